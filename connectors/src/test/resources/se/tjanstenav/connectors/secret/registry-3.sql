-- What the release with stored secrets wrote (registry schema 3). Written by its own code; never to be changed.
insert into connector (id, agency, paused, registered_at) values ('ekbyn-services', 'ekbyn', false, 0);
insert into connector (id, agency, paused, registered_at) values ('lindby-services', 'lindby', false, 0);
insert into secret (name, connector, agency, field, key_id, sealed, set_by, set_at) values ('ekbyn-password', 'ekbyn-services', 'ekbyn', '/spec/auth/password', 'k2', 'AUHIuUpSyGp8UYt5RuWvUwFR+FqNz3UdJjWC7SKNsD3M', 'Anna (k7)', 1795593600000);
insert into secret (name, connector, agency, field, key_id, sealed, set_by, set_at) values ('lindby-oauth', 'lindby-services', 'lindby', '/spec/auth/clientSecret', 'k2', 'AeGNpm9FG8hl6x9uBiBy0ZhdKnrvZqS5cuUQv7bj2LwDJOBCWpcR20sWJkNt', 'Bo (k8)', 1795593600000);
insert into secret (name, connector, agency, field, key_id, sealed, set_by, set_at) values ('ekbyn-key', 'ekbyn-services', 'ekbyn', '/spec/auth/key', 'k1', 'AUxky57OqbbbyNoYUHAuAzGD+tPhJaRVdR7Swmu2NV2tFa2h5xYDjJhSUCtASew=', 'Anna (k7)', 1795593600000);
insert into audit (number, at, who, agency, action, connector, version, detail) values (1, 1795593600000, 'Anna (k7)', 'ekbyn', 'secret_stored', 'ekbyn-services', null, 'ekbyn-password for /spec/auth/password');
insert into audit (number, at, who, agency, action, connector, version, detail) values (2, 1795593600000, 'Bo (k8)', 'lindby', 'secret_stored', 'lindby-services', null, 'lindby-old for /spec/auth/key');
insert into audit (number, at, who, agency, action, connector, version, detail) values (3, 1795593600000, 'Bo (k8)', 'lindby', 'secret_deleted', 'lindby-services', null, 'lindby-old for /spec/auth/key');
insert into audit (number, at, who, agency, action, connector, version, detail) values (4, 1795593600000, 'Anna (k7)', 'ekbyn', 'secret_stored', 'ekbyn-services', null, 'ekbyn-password for /spec/auth/password');
insert into audit (number, at, who, agency, action, connector, version, detail) values (5, 1795593600000, 'Bo (k8)', 'lindby', 'secret_stored', 'lindby-services', null, 'lindby-oauth for /spec/auth/clientSecret');
insert into audit (number, at, who, agency, action, connector, version, detail) values (6, 1795593600000, 'Anna (k7)', 'ekbyn', 'secret_stored', 'ekbyn-services', null, 'ekbyn-key for /spec/auth/key');
update connector_revision set last = 6;
update audit_head set last = 6;
