"""What the portal's forms read and refuse."""
