/// Tool definitions as the APIs take them, and operations of an API.
extension Scenario {
    private static let openAI = "extra/tools/orders.json"
    private static let anthropic = "extra/tools/returns.json"
    private static let mcp = "extra/tools/warehouse.json"
    private static let api = "extra/tools/shop-api.yaml"

    private static let files = [
        openAI: """
        [
          {
            "type": "function",
            "function": {
              "name": "get_order",
              "description": "Looks up one order of the customer who is signed in.",
              "strict": true,
              "parameters": {
                "type": "object",
                "properties": {
                  "order_id": {"type": "string", "description": "As printed on the invoice.", "pattern": "^ORD-[0-9]{8}$"},
                  "include": {"type": "string", "enum": ["items", "shipping"]}
                },
                "required": ["order_id"],
                "additionalProperties": false
              }
            }
          },
          {
            "type": "function",
            "function": {
              "name": "refund_order",
              "description": "Pays money back, after a colleague agreed.",
              "parameters": {
                "type": "object",
                "properties": {
                  "order_id": {"type": "string"},
                  "amount": {"type": "number", "minimum": 0, "maximum": 150, "description": "In euros."}
                },
                "required": ["order_id", "amount"]
              }
            }
          }
        ]
        """,
        anthropic: """
        {"tools": [
          {"name": "search_returns", "description": "Finds returns by article.",
           "input_schema": {"type": "object", "properties": {"article": {"anyOf": [{"type": "string"}, {"type": "string", "format": "uuid"}]}}, "required": ["article"]}}
        ]}
        """,
        mcp: """
        {"tools": [
          {"name": "stock_level", "title": "Stock", "description": "How many are left.",
           "inputSchema": {"type": "object", "properties": {"sku": {"type": "string"}}},
           "annotations": {"readOnlyHint": true, "openWorldHint": false}}
        ]}
        """,
        api: """
        openapi: 3.1.0
        info: {title: Shop, version: "2026-11"}
        servers: [{url: "https://api.shop.example/v2"}]
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              summary: One order.
              security: [{shop: [orders.read]}]
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {"200": {description: The order.}}
          /orders/{id}/cancel:
            post:
              operationId: cancelOrder
              x-openai-isConsequential: true
              security: [{shop: [orders.write]}]
              responses: {"204": {description: Done.}}
        components:
          securitySchemes:
            shop:
              type: oauth2
              flows:
                authorizationCode:
                  authorizationUrl: https://shop.example/oauth
                  tokenUrl: https://shop.example/token
                  scopes: {orders.read: Read orders., orders.write: Change orders.}
        """,
    ]

    private static func tools(_ name: String, _ edit: Edit, expect: String...) -> Scenario {
        Scenario(name, adding: files, edit, expect: expect)
    }

    /// An edit of what one operation asks a call to show.
    private static func api(_ name: String, _ old: String, _ new: String, expect: String) -> Scenario {
        Scenario(
            name, adding: [api: (files[api] ?? "").replacing("[{shop: [orders.read]}]", with: old)],
            .replace(api, "security: \(old)\n", "security: \(new)\n"), expect: [expect])
    }

    static let toolScenarios: [Scenario] = [
        tools(
            "a tool's words",
            .replace(openAI, "Looks up one order of the customer who is signed in", "Looks up any order"),
            expect: "tool/description-changed material"),
        tools(
            "an argument's words", .replace(openAI, "In euros.", "In euros, or what the customer asks for."),
            expect: "tool/description-changed material"),
        tools(
            "a tool's title", .replace(mcp, "\"title\": \"Stock\"", "\"title\": \"Stock level\""),
            expect: "tool/setting-changed material"),
        tools(
            "an argument's title", .replace(mcp, "\"sku\": {", "\"sku\": {\"title\": \"Number\", "),
            expect: "tool/description-changed material"),
        tools(
            "a tool's description", .replace(api, "info: {title", "info: {description: For the desk., title"),
            expect: "tool/description-changed material"),
        tools(
            "a server's description",
            .replace(
                api, "{url: \"https://api.shop.example/v2\"}",
                "{url: \"https://api.shop.example/v2\", description: EU.}"),
            expect: "tool/source-only none"),
        tools(
            "words with a hidden order", .replace(openAI, "In euros.", "In euros.\u{E0049}\u{E0047}"),
            expect: "tool/description-changed critical"),
        tools(
            "the same file, laid out anew",
            .replace(openAI, "\"required\": [\"order_id\"],", "\"required\": [ \"order_id\" ],"),
            expect: "tool/source-only none"),
        tools(
            "a higher refund", .replace(openAI, "\"maximum\": 150", "\"maximum\": 1500"),
            expect: "tool/scope-widened critical"),
        tools(
            "a lower refund", .replace(openAI, "\"maximum\": 150", "\"maximum\": 100"),
            expect: "tool/scope-narrowed minor"),
        tools(
            "a refund without bound", .replace(openAI, ", \"maximum\": 150", ""), expect: "tool/scope-widened critical"),
        tools(
            "a further value", .replace(openAI, "[\"items\", \"shipping\"]", "[\"items\", \"shipping\", \"payment\"]"),
            expect: "tool/scope-widened critical"),
        tools(
            "values in another order", .replace(openAI, "[\"items\", \"shipping\"]", "[\"shipping\", \"items\"]"),
            expect: "tool/schema-changed minor"),
        tools(
            "any value", .replace(openAI, ", \"enum\": [\"items\", \"shipping\"]", ""),
            expect: "tool/scope-widened critical"),
        tools(
            "an argument that may be left out",
            .replace(openAI, "\"required\": [\"order_id\", \"amount\"]", "\"required\": [\"order_id\"]"),
            expect: "tool/schema-changed material"),
        tools(
            "arguments that nobody described",
            .replace(openAI, "\"additionalProperties\": false", "\"additionalProperties\": true"),
            expect: "tool/schema-changed material"),
        tools(
            "calls that need not fit", .replace(openAI, "\"strict\": true", "\"strict\": false"),
            expect: "tool/schema-changed material"),
        tools(
            "any order number", .replace(openAI, ", \"pattern\": \"^ORD-[0-9]{8}$\"", ""),
            expect: "tool/schema-changed material"),
        tools(
            "a property that is called maximum",
            .replace(openAI, "\"include\": {", "\"maximum\": {\"type\": \"integer\"},\n          \"include\": {"),
            expect: "tool/schema-changed material"),
        tools(
            "a tool that reads, first in the list",
            .replace(
                openAI, "[\n  {\n    \"type\"",
                "[\n  {\"type\": \"function\", \"function\": {\"name\": \"list_stores\", \"description\": \"Stores nearby.\"}},\n  {\n    \"type\""
            ),
            expect: "tool/added material"),
        tools(
            "a tool that cancels",
            .replace(
                anthropic, "{\"tools\": [",
                "{\"tools\": [{\"name\": \"cancel_return\", \"description\": \"Stops it.\", \"input_schema\": {\"type\": \"object\"}},"
            ),
            expect: "tool/added critical"),
        tools(
            "a tool that nobody can judge",
            .replace(
                anthropic, "{\"tools\": [",
                "{\"tools\": [{\"name\": \"loyalty\", \"description\": \"Points.\", \"input_schema\": {\"type\": \"object\"}},"
            ),
            expect: "tool/added material"),
        tools(
            "a tool with a note of its own",
            .replace(
                anthropic, "\"name\": \"search_returns\"",
                "\"cache_control\": {\"type\": \"ephemeral\"}, \"name\": \"search_returns\""),
            expect: "tool/setting-changed material"),
        tools(
            "a tool that writes now", .replace(mcp, "\"readOnlyHint\": true", "\"readOnlyHint\": false"),
            expect: "tool/scope-widened critical"),
        tools(
            "a tool without hints",
            .replace(mcp, ",\n   \"annotations\": {\"readOnlyHint\": true, \"openWorldHint\": false}", ""),
            expect: "tool/scope-widened critical", "tool/scope-widened critical"),
        tools(
            "a default that is written out",
            .replace(mcp, "\"readOnlyHint\": true", "\"destructiveHint\": true, \"readOnlyHint\": true"),
            expect: "tool/setting-changed minor"),
        tools(
            "a name on the screen",
            .replace(mcp, "\"readOnlyHint\": true", "\"title\": \"Stock\", \"readOnlyHint\": true"),
            expect: "tool/source-only none"),
        tools("a file that cannot be read", .write(mcp, "{\"tools\": ["), expect: "tool/opaque-changed material"),
        tools(
            "definitions of another provider", .replace(anthropic, "input_schema", "inputSchema"),
            expect: "tool/opaque-changed material"),
        tools(
            "an operation that deletes",
            .replace(
                api, "  /orders/{id}:\n    get:",
                "  /orders/{id}:\n    delete: {operationId: deleteOrder, responses: {}}\n    get:"),
            expect: "tool/added critical"),
        tools(
            "a path that is read",
            .replace(api, "paths:\n", "paths:\n  /stores:\n    get: {operationId: listStores, responses: {}}\n"),
            expect: "tool/added material"),
        tools(
            "an operation without asking", .replace(api, "isConsequential: true", "isConsequential: false"),
            expect: "tool/approval-removed critical"),
        tools(
            "a default of asking", .replace(api, "      x-openai-isConsequential: true\n", ""),
            expect: "tool/approval-changed minor"),
        tools(
            "a further scope", .replace(api, "[orders.read]", "[orders.read, customers.read]"),
            expect: "tool/scope-widened critical"),
        tools(
            "a scope that exists",
            .replace(api, "{orders.read: Read orders.,", "{orders.read: Read orders., stock.read: Read stock.,"),
            expect: "tool/scope-widened critical"),
        tools(
            "calls without authorisation", .replace(api, "[{shop: [orders.read]}]", "[]"),
            expect: "tool/scope-widened critical"),
        tools(
            "authorisation that may be left out",
            .replace(api, "[{shop: [orders.read]}]", "[{shop: [orders.read]}, {}]"),
            expect: "tool/scope-widened critical"),
        tools(
            "no word of authorisation", .replace(api, "      security: [{shop: [orders.read]}]\n", ""),
            expect: "tool/scope-widened critical"),
        api(
            "one of two ways to sign a call less", "[{shop: [orders.read]}, {key: []}]", "[{key: []}]",
            expect: "tool/scope-narrowed minor"),
        api(
            "a further way to sign a call", "[{shop: [orders.read]}]", "[{shop: [orders.read]}, {key: []}]",
            expect: "tool/scope-widened critical"),
        api(
            "a way to sign a call that asks for no scope", "[{shop: [orders.read]}]",
            "[{shop: [orders.read]}, {shop: []}]", expect: "tool/scope-widened critical"),
        api(
            "a way to sign a call that asks for more", "[{key: []}]", "[{key: []}, {key: [], device: []}]",
            expect: "tool/setting-changed minor"),
        api(
            "ways to sign a call in another order", "[{shop: [orders.read]}, {key: []}]",
            "[{key: []}, {shop: [orders.read]}]", expect: "tool/setting-changed minor"),
        api(
            "another way to sign a call", "[{shop: []}]", "[{key: []}]", expect: "tool/setting-changed material"),
        api(
            "two signatures where one sufficed", "[{key: []}]", "[{key: [], device: []}]",
            expect: "tool/scope-narrowed minor"),
        api(
            "one signature where there were two", "[{key: [], device: []}]", "[{key: []}]",
            expect: "tool/scope-widened critical"),
        api(
            "authorisation that must not be left out", "[{shop: [orders.read]}, {}]", "[{shop: [orders.read]}]",
            expect: "tool/scope-narrowed minor"),
        tools(
            "authorisation for the whole document",
            .replace(api, "paths:\n  /orders/{id}:", "security: [{key: []}]\npaths:\n  /orders/{id}:"),
            expect: "tool/scope-narrowed minor"),
        Scenario(
            "an operation that asks for nothing by itself",
            adding: [api: (files[api] ?? "").replacing("      security: [{shop: [orders.read]}]\n", with: "")],
            .replace(api, "summary: One order.\n", "summary: One order.\n      security: []\n"),
            expect: ["tool/scope-widened critical"]),
        Scenario(
            "an operation that asks for what the document asks",
            adding: [api: (files[api] ?? "").replacing("security: [{shop: [orders.read]}]", with: "security: []")],
            .replace(api, "      security: []\n", ""), expect: ["tool/scope-narrowed material"]),
        Scenario(
            "an operation that asks for something by itself",
            adding: [api: (files[api] ?? "").replacing("      security: [{shop: [orders.read]}]\n", with: "")],
            .replace(api, "summary: One order.\n", "summary: One order.\n      security: [{key: []}]\n"),
            expect: ["tool/setting-changed material"]),
        tools(
            "one scope less", .replace(api, "[orders.read]", "[]"), expect: "tool/scope-narrowed minor"),
        tools(
            "another host", .replace(api, "api.shop.example", "api.cart.example"),
            expect: "thirdparty/provider-changed critical"),
        tools(
            "another version of the address", .replace(api, "example/v2", "example/v3"),
            expect: "tool/server-changed material"),
        tools("a version of the document", .replace(api, "2026-11", "2026-12"), expect: "tool/source-only none"),
        tools(
            "another answer", .replace(api, "The order.", "The order with its address."),
            expect: "tool/description-changed material"),
        tools(
            "an optional argument of an operation", .replace(api, "required: true, schema", "required: false, schema"),
            expect: "tool/schema-changed material"),
    ]
}
