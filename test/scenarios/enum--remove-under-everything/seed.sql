INSERT INTO items VALUES (1, 'sad', '{sad,ok}', NULL, 1), (2, 'happy', '{}', 'ok', 2);
