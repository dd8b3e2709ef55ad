"""Word templates of a workspace's own: hostile until shown otherwise, filled within limits."""
