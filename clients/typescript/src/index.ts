import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./contract.js";

export type { components, paths };
export type Service = components["schemas"]["ServiceDetail"];
export type ServiceSummary = components["schemas"]["ServiceSummary"];
export type Problem = components["schemas"]["Problem"];

/** Answers and problems; exports and streams, which are other media, are better read as they come. */
type Media = "application/json" | "application/problem+json";

/**
 * A client of one hub. Paths, parameters, answers and problems are typed by the hub's contract.
 *
 * @param baseUrl where the hub is, such as `https://api.example.se`, without the API's own path
 */
export function tjanstenav(baseUrl: string): Client<paths, Media> {
  return createClient<paths, Media>({ baseUrl });
}
