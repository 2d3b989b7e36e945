INSERT INTO docs (id, owner, title) VALUES (1, 'ann', 'a'), (2, 'bob', 'b');
