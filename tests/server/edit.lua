-- Opens a file, waits for the diagnostics of the language server, takes a quick fix, and saves. For Neovim 0.7 or later:
--   nvim --headless -n -u NONE -S edit.lua -- FILE PYTHON TITLE
local path, python, title = vim.v.argv[#vim.v.argv - 2], vim.v.argv[#vim.v.argv - 1], vim.v.argv[#vim.v.argv]
local out = function(text) io.stdout:write(text .. '\n') end

vim.cmd('edit ' .. vim.fn.fnameescape(path))
local client = vim.lsp.start_client({
  name = 'flake8-openai-v1',
  cmd = { python, '-m', 'flake8_openai_v1', 'server' },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)
local found = vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 20)
for _, one in ipairs(vim.diagnostic.get(0)) do
  out(string.format('%d:%d-%d:%d %s', one.lnum, one.col, one.end_lnum, one.end_col, one.user_data.lsp.code))
end
-- What a person is asked to choose from.
local chosen = false
vim.ui.select = function(items, options, choose)
  for number, item in ipairs(items) do
    local action = item[2] or item.action
    if vim.startswith(action.title, title) then
      choose(item, number)
      chosen = true
      return
    end
  end
end
local before = vim.api.nvim_buf_get_changedtick(0)
vim.api.nvim_win_set_cursor(0, { vim.diagnostic.get(0)[1].lnum + 1, vim.diagnostic.get(0)[1].col })
vim.lsp.buf.code_action()
vim.wait(60000, function() return vim.api.nvim_buf_get_changedtick(0) ~= before end, 20)
vim.wait(60000, function() return #vim.diagnostic.get(0) == 0 end, 20)
out(string.format('%s %s %d left', tostring(found), tostring(chosen), #vim.diagnostic.get(0)))
vim.cmd('write')
vim.cmd('qall!')
