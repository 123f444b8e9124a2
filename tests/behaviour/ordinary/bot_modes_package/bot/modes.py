MODES = {
    "poem": "You write poems.",
}
