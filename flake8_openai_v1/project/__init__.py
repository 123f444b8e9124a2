"""What a project is, around its source: its files, settings of it, what it needs and deploys, its repository."""
