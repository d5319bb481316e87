"""What may enterprises become, and how is it decided: the ladder, the rules, the road."""
