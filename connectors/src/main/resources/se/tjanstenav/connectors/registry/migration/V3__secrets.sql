-- What registered connectors may read, encrypted. A value is bound to its row: moved to another it cannot be read.
create table secret (
    name text primary key,
    connector text not null references connector (id) on delete cascade,
    -- The connector's agency, which never changes.
    agency text not null,
    -- The field of the descriptor that may use it, as JSON pointer.
    field text not null,
    key_id text not null,
    -- Version, nonce, ciphertext and tag in base64.
    sealed text not null,
    set_by text not null,
    set_at bigint not null
);

create index secret_agency on secret (agency, name);
create index secret_connector on secret (connector);
