-- What the registry wrote before it had secrets (schema 2). Written by its own code; never to be changed.
insert into connector (id, agency, paused, registered_at) values ('ekbyn', 'ekbyn', true, 1795593600000);
insert into connector (id, agency, paused, registered_at) values ('ekbyn-json', 'ekbyn', false, 1795593600000);
insert into connector_version (connector, version, format, body, sha256, status, posted_by, posted_at, validated_by, validated_at, approved_by, approved_at, activated_by, activated_at, faults) values ('ekbyn', 1, 'yaml', 'apiVersion: tjanstenav/v1
kind: Connector
metadata: {id: ekbyn, agency: ekbyn, title: Ett, owner: it@ekbyn.example}
spec:
  egress: {hosts: [api.ekbyn.example]}
  feeds:
    - name: services
      kind: services
      schedule: {every: 1h}
      request: {path: /v1/services}
      response: {format: json, records: /items, id: /id}
      mapping: {language: jsonata, expression: "{''code'': id, ''description'': {''name'': {''sv'': name}}}"}
', 'e474a6e780a677dd1299b0a5d600d25bc785b759d0faa4821768b4226424c750', 'retired', 'Anna (k1)', 1795593600000, 'Anna (k1)', 1795593600000, 'Bo (k2)', 1795593600000, 'Anna (k1)', 1795593600000, '[]');
insert into connector_version (connector, version, format, body, sha256, status, posted_by, posted_at, validated_by, validated_at, approved_by, approved_at, activated_by, activated_at, faults) values ('ekbyn', 2, 'yaml', 'apiVersion: tjanstenav/v1
kind: Connector
metadata: {id: ekbyn, agency: ekbyn, title: Två, owner: it@ekbyn.example}
spec:
  egress: {hosts: [api.ekbyn.example]}
  feeds:
    - name: services
      kind: services
      schedule: {every: 1h}
      request: {path: /v1/services}
      response: {format: json, records: /items, id: /id}
      mapping: {language: jsonata, expression: "{''code'': id, ''description'': {''name'': {''sv'': name}}}"}
', 'e1368ba69d189f87d9b9eaf5be0031bad6865b3b257cc22ba97fb3ecae108eff', 'active', 'Anna (k1)', 1795593600000, 'Anna (k1)', 1795593600000, 'Bo (k2)', 1795593600000, 'Anna (k1)', 1795593600000, '[]');
insert into connector_version (connector, version, format, body, sha256, status, posted_by, posted_at, validated_by, validated_at, approved_by, approved_at, activated_by, activated_at, faults) values ('ekbyn', 3, 'yaml', 'apiVersion: tjanstenav/v1
kind: Connector
metadata: {id: ekbyn, agency: ekbyn, title: Tre, owner: it@ekbyn.example}
spec:
  egress: {hosts: [api.ekbyn.example]}
  feeds:
    - name: services
      kind: services
      schedule: {every: 1h}
      request: {path: /v1/services}
      response: {format: json, records: /items, id: /id}
      mapping: {language: jsonata, expression: "{''code'': id, ''description'': {''name'': {''sv'': name}}}"}
', 'f9ca75f0c0ac868ccf4ff7d07ab8a64b92cc6f5474daf94ffafb27023cd2c7b7', 'approved', 'Bo (k2)', 1795593600000, 'Bo (k2)', 1795593600000, 'Anna (k1)', 1795593600000, null, null, '[]');
insert into connector_version (connector, version, format, body, sha256, status, posted_by, posted_at, validated_by, validated_at, approved_by, approved_at, activated_by, activated_at, faults) values ('ekbyn', 4, 'yaml', 'apiVersion: tjanstenav/v1
kind: Connector
metadata: {id: ekbyn, agency: ekbyn, title: Fyra, owner: it@ekbyn.example}
spec:
  egress: {hosts: [api.ekbyn.example]}
  feeds:
    - name: services
      kind: services
      schedule: {every: 1h}
      request: {path: /v1/services}
      response: {format: json, records: /items, id: /id}
      mapping: {language: jsonata, expression: "{''code'': id, ''description'': {''name'': {''sv'': name}}}"}
', 'a36673b08836ad9d2831acdd2e88fa37429bba442c53cbdb33c12bf8212f4809', 'validated', 'Bo (k2)', 1795593600000, 'Bo (k2)', 1795593600000, null, null, null, null, '[]');
insert into connector_version (connector, version, format, body, sha256, status, posted_by, posted_at, validated_by, validated_at, approved_by, approved_at, activated_by, activated_at, faults) values ('ekbyn', 5, 'yaml', 'apiVersion: tjanstenav/v1
kind: Connector
metadata: {id: ekbyn, agency: ekbyn, title: Ekbyns kommun, owner: it@ekbyn.example}
spec:
  egress: {hosts: [api.ekbyn.example]}
  auth: {type: apiKey, header: X-Key, key: {secret: ekbyn-key}}
  feeds:
    - name: services
      kind: services
      schedule: {every: 1h}
      request: {path: /v1/services}
      response: {format: json, records: /items, id: /id}
      mapping: {language: jsonata, expression: "{''code'': id, ''description'': {''name'': {''sv'': name}}}"}
', '9c3653c7c9227c50218c3f1903a58c11f5ab990c85c9d973e272f2b242ad720a', 'draft', 'Bo (k2)', 1795593600000, 'Bo (k2)', 1795593600000, null, null, null, null, '[{"pointer":"/spec/auth/key/secret","line":6,"column":45,"problem":"the secret ''ekbyn-key'' does not exist","remedy":"Store it: PUT /registry/v1/secrets/ekbyn-key with {\"connector\": \"ekbyn\", \"field\": \"/spec/auth/key\", \"value\": …}."}]');
insert into connector_version (connector, version, format, body, sha256, status, posted_by, posted_at, validated_by, validated_at, approved_by, approved_at, activated_by, activated_at, faults) values ('ekbyn-json', 1, 'yaml', 'apiVersion: tjanstenav/v1
kind: Connector
metadata: {id: ekbyn-json, agency: ekbyn, title: Ekbyns kommun, owner: it@ekbyn.example}
spec:
  egress: {hosts: [api.ekbyn.example]}
  feeds:
    - name: services
      kind: services
      schedule: {every: 1h}
      request: {path: /v1/services}
      response: {format: json, records: /items, id: /id}
      mapping: {language: jsonata, expression: "{''code'': id, ''description'': {''name'': {''sv'': name}}}"}
', 'a99f2bf234634ccc0de7f37e01f957420724b01c906bf0fc6324f3e1c01d1173', 'draft', 'Anna (k1)', 1795593600000, null, null, null, null, null, null, null);
update connector_revision set last = 3;
insert into audit (number, at, who, agency, action, connector, version, detail) values (1, 1795593600000, 'Anna (k1)', 'ekbyn', 'connector_registered', 'ekbyn', 1, 'e474a6e780a677dd1299b0a5d600d25bc785b759d0faa4821768b4226424c750');
insert into audit (number, at, who, agency, action, connector, version, detail) values (2, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_validated', 'ekbyn', 1, 'no faults');
insert into audit (number, at, who, agency, action, connector, version, detail) values (3, 1795593600000, 'Bo (k2)', 'ekbyn', 'version_approved', 'ekbyn', 1, null);
insert into audit (number, at, who, agency, action, connector, version, detail) values (4, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_activated', 'ekbyn', 1, null);
insert into audit (number, at, who, agency, action, connector, version, detail) values (5, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_posted', 'ekbyn', 2, 'e1368ba69d189f87d9b9eaf5be0031bad6865b3b257cc22ba97fb3ecae108eff');
insert into audit (number, at, who, agency, action, connector, version, detail) values (6, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_validated', 'ekbyn', 2, 'no faults');
insert into audit (number, at, who, agency, action, connector, version, detail) values (7, 1795593600000, 'Bo (k2)', 'ekbyn', 'version_approved', 'ekbyn', 2, null);
insert into audit (number, at, who, agency, action, connector, version, detail) values (8, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_activated', 'ekbyn', 2, 'in place of version 1');
insert into audit (number, at, who, agency, action, connector, version, detail) values (9, 1795593600000, 'Bo (k2)', 'ekbyn', 'version_posted', 'ekbyn', 3, 'f9ca75f0c0ac868ccf4ff7d07ab8a64b92cc6f5474daf94ffafb27023cd2c7b7');
insert into audit (number, at, who, agency, action, connector, version, detail) values (10, 1795593600000, 'Bo (k2)', 'ekbyn', 'version_validated', 'ekbyn', 3, 'no faults');
insert into audit (number, at, who, agency, action, connector, version, detail) values (11, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_approved', 'ekbyn', 3, null);
insert into audit (number, at, who, agency, action, connector, version, detail) values (12, 1795593600000, 'Bo (k2)', 'ekbyn', 'version_posted', 'ekbyn', 4, 'a36673b08836ad9d2831acdd2e88fa37429bba442c53cbdb33c12bf8212f4809');
insert into audit (number, at, who, agency, action, connector, version, detail) values (13, 1795593600000, 'Bo (k2)', 'ekbyn', 'version_validated', 'ekbyn', 4, 'no faults');
insert into audit (number, at, who, agency, action, connector, version, detail) values (14, 1795593600000, 'Bo (k2)', 'ekbyn', 'version_posted', 'ekbyn', 5, '9c3653c7c9227c50218c3f1903a58c11f5ab990c85c9d973e272f2b242ad720a');
insert into audit (number, at, who, agency, action, connector, version, detail) values (15, 1795593600000, 'Bo (k2)', 'ekbyn', 'version_validated', 'ekbyn', 5, '1 faults');
insert into audit (number, at, who, agency, action, connector, version, detail) values (16, 1795593600000, 'Bo (k2)', 'ekbyn', 'connector_paused', 'ekbyn', 2, null);
insert into audit (number, at, who, agency, action, connector, version, detail) values (17, 1795593600000, 'Anna (k1)', 'ekbyn', 'connector_registered', 'ekbyn-json', 1, 'a99f2bf234634ccc0de7f37e01f957420724b01c906bf0fc6324f3e1c01d1173');
insert into audit (number, at, who, agency, action, connector, version, detail) values (18, 1795593600000, 'Anna (k1)', 'ekbyn', 'connector_registered', 'ekbyn', 1, 'Detalj CONNECTOR_REGISTERED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (19, 1795593600000, 'Anna (k1)', 'ekbyn', 'connector_deleted', 'ekbyn', 1, 'Detalj CONNECTOR_DELETED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (20, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_posted', 'ekbyn', 1, 'Detalj VERSION_POSTED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (21, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_validated', 'ekbyn', 1, 'Detalj VERSION_VALIDATED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (22, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_approved', 'ekbyn', 1, 'Detalj VERSION_APPROVED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (23, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_activated', 'ekbyn', 1, 'Detalj VERSION_ACTIVATED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (24, 1795593600000, 'Anna (k1)', 'ekbyn', 'version_rolled_back', 'ekbyn', 1, 'Detalj VERSION_ROLLED_BACK');
insert into audit (number, at, who, agency, action, connector, version, detail) values (25, 1795593600000, 'Anna (k1)', 'ekbyn', 'connector_paused', 'ekbyn', 1, 'Detalj CONNECTOR_PAUSED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (26, 1795593600000, 'Anna (k1)', 'ekbyn', 'connector_resumed', 'ekbyn', 1, 'Detalj CONNECTOR_RESUMED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (27, 1795593600000, 'Anna (k1)', 'ekbyn', 'secret_stored', 'ekbyn', 1, 'Detalj SECRET_STORED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (28, 1795593600000, 'Anna (k1)', 'ekbyn', 'secret_deleted', 'ekbyn', 1, 'Detalj SECRET_DELETED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (29, 1795593600000, 'Anna (k1)', 'ekbyn', 'key_created', 'ekbyn', 1, 'Detalj KEY_CREATED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (30, 1795593600000, 'Anna (k1)', 'ekbyn', 'key_revoked', 'ekbyn', 1, 'Detalj KEY_REVOKED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (31, 1795593600000, 'Anna (k1)', 'ekbyn', 'run_requested', 'ekbyn', 1, 'Detalj RUN_REQUESTED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (32, 1795593600000, 'Anna (k1)', 'ekbyn', 'run_approved', 'ekbyn', 1, 'Detalj RUN_APPROVED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (33, 1795593600000, 'Anna (k1)', 'ekbyn', 'reject_replayed', 'ekbyn', 1, 'Detalj REJECT_REPLAYED');
insert into audit (number, at, who, agency, action, connector, version, detail) values (34, 1795593600000, 'start', null, 'key_created', null, null, 'Första (ffe9b951c913)');
insert into audit (number, at, who, agency, action, connector, version, detail) values (35, 1795593600000, 'Anna (k1)', 'ekbyn', 'key_created', null, null, 'Ekbyns portal (101e59cf948a)');
insert into audit (number, at, who, agency, action, connector, version, detail) values (36, 1795593600000, 'Anna (k1)', 'ekbyn', 'key_created', null, null, 'Borta (ed1ecd8a9959)');
insert into audit (number, at, who, agency, action, connector, version, detail) values (37, 1795593600000, 'Bo (k2)', 'ekbyn', 'key_revoked', null, null, 'Borta (ed1ecd8a9959)');
update audit_head set last = 37;
insert into access_key (id, sha256, title, role, agency, expires_at, created_by, created_at, revoked_by, revoked_at, last_used) values ('ffe9b951c913', '24a52e75302c65e1c7e68759ef860060cc55240d2129c4a1adcf8dea47045a56', 'Första', 'operator', null, null, 'start', 1795593600000, null, null, null);
insert into access_key (id, sha256, title, role, agency, expires_at, created_by, created_at, revoked_by, revoked_at, last_used) values ('101e59cf948a', '78c3dfacbbb021a6627c4363b065b0b637e8cc1e038a4386927ed7f35e5c9c26', 'Ekbyns portal', 'agency', 'ekbyn', 4070908800000, 'Anna (k1)', 1795593600000, null, null, null);
insert into access_key (id, sha256, title, role, agency, expires_at, created_by, created_at, revoked_by, revoked_at, last_used) values ('ed1ecd8a9959', '3d20529ae77d0695d25abe43c077a2cb4d936db6aee6c8a05aab3e950997bdb0', 'Borta', 'agency', 'ekbyn', null, 'Anna (k1)', 1795593600000, 'Bo (k2)', 1795593600000, null);
update access_guard set last = 2;
