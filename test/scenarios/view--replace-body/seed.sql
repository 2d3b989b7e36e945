INSERT INTO users (id, name, email, age, active) VALUES (1, 'Ada', 'ada@example.org', 36, true), (2, 'Bob', NULL, 7, false);
