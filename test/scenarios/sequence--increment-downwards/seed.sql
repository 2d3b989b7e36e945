INSERT INTO keep VALUES (1);
SELECT nextval('counter');
