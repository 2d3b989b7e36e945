INSERT INTO items (id, mood) VALUES (1, 'sad'), (2, NULL);
