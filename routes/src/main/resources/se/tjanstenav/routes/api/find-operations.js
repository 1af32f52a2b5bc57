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
  },
  wrapComponents: {
    FilterContainer: (Original, { React }) => (props) => React.createElement("div", {
      ref: (box) => box?.querySelector("input")?.setAttribute("placeholder", "Sök på sökväg, text eller namn · Find by path, text or name")
    }, React.createElement(Original, props))
  }
});

