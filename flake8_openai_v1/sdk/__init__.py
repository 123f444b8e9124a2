"""What is true of the SDKs, as data: one module per subject, each row with its source, no logic."""
