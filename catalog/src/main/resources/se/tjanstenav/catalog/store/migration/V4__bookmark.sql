-- What the source of the last published run left for the next one, such as a cursor; only the source understands it.
alter table feed add column bookmark text;
