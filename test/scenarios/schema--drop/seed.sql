INSERT INTO keep VALUES (1), (2);
INSERT INTO shop.visits (mood, keep_id) VALUES ('sad', 1), ('happy', 2);
