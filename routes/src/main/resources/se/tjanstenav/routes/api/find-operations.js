// Swagger UI's own filter looks at the names of tags only.
const findOperations = () => ({
  fn: {
    opsFilter: (tags, phrase) => {
      const wanted = phrase.toLowerCase();
      const has = (text) => String(text ?? "").toLowerCase().includes(wanted);
      const found = (each) => has(each.get("path"))
        || ["summary", "description", "operationId"].some((field) => has(each.getIn(["operation", field])));
      return tags
        .map((tag, name) => has(name) ? tag : tag.update("operations", (operations) => operations.filter(found)))
        .filter((tag) => !tag.get("operations").isEmpty());
    }
  }
});

