"""An agreement's own tests."""
