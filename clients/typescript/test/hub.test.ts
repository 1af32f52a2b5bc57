import assert from "node:assert/strict";
import { test } from "node:test";
import { tjanstenav, type ServiceSummary } from "../src/index.js";

const hub = tjanstenav(process.env["HUB_URL"] ?? "http://localhost:8080");

test("finds services by the citizen's words", async () => {
  const { data } = await hub.GET("/catalog/v1/services", { params: { query: { q: "flytta", limit: 3 } } });

  assert.ok(data);
  const names: string[] = data.services.map((service: ServiceSummary) => service.name);
  assert.ok(names.includes("Flyttanmälan inom Sverige"), names.join(", "));
  assert.equal(data.meta.limit, 3);
});

test("reads one service whole", async () => {
  const list = await hub.GET("/catalog/v1/services", { params: { query: { q: "barnbidrag", limit: 1 } } });
  const id = list.data?.services[0]?.id;
  assert.ok(id);

  const { data, response } = await hub.GET("/catalog/v1/services/{id}", { params: { path: { id } } });

  assert.equal(response.status, 200);
  assert.equal(data?.agency.name, "Försäkringskassan");
  assert.ok(data.provenance.length > 0);
});

test("is told what was wrong with a request", async () => {
  const { error, response } = await hub.GET("/catalog/v1/services", { params: { query: { limit: 1000 } } });

  assert.equal(response.status, 400);
  assert.equal(error?.type, "urn:tjanstenav:problem:invalid-request");
  assert.equal(error.errors?.[0]?.pointer, "/query/limit");
});
