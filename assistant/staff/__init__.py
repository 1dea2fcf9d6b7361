"""What staff do beside asking: evaluate, check files, see what was not answered, teach, say who may sign in."""
