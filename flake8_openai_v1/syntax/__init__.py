"""What one file's tree shows by itself: ``index`` answers questions about where things stand, bound and read."""
