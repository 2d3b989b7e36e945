INSERT INTO orgs (id, title) VALUES (1, 'x'); INSERT INTO members (org, name) VALUES (1, 'ann');
