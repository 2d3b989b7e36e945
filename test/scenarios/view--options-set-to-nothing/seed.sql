ALTER VIEW active_users SET (security_barrier = off);
