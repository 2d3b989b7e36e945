INSERT INTO items VALUES (1, 'sad', 'ok'), (2, 'happy', NULL);
