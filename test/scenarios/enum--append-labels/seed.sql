INSERT INTO items VALUES (1, 'sad'), (2, 'happy');
