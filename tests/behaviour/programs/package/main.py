from helper import Helper, complete

helper = Helper()
print(helper.ask("From a package?"))
print(complete("package"))
print(helper.errors("status-429"))
