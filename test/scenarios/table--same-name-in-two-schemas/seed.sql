INSERT INTO events VALUES (1, 'now');
INSERT INTO archive.events VALUES (1, 'then');
