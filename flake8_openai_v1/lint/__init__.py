"""Findings: of one file, of the files of a program, of a project as it was; and which of them are new."""
