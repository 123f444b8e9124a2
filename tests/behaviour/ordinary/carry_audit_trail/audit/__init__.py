from audit.trail import Trail

trail = Trail(keep=3)
