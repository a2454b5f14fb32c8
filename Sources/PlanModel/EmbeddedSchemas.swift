// Generated from schemas/v1 by Scripts/embed-schemas; a test checks that both are equal. Do not edit.
// swift-format-ignore-file

/// The JSON Schemas of schemas/v1, byte for byte.
package enum EmbeddedSchemas {
    /// Names of all schemas, `common` (the shared definitions) among them.
    package static let names = all.map { $0.name }

    /// The text of `schemas/v1/<name>.schema.json`; nil when there is no such schema.
    package static func text(_ name: String) -> String? { all.first { $0.name == name }?.text.description }

    private static let all: [(name: String, text: StaticString)] = [
        (
            "AISystem",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "AI system",
  "description": "One AI system: what it is for, how risky it is, where it runs, which files govern it, who is called when it fails.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "AISystem"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": [
        "purpose",
        "inScope",
        "roles",
        "context",
        "riskTier",
        "writesRecords",
        "governedPaths",
        "environments",
        "releaseOwner",
        "incident",
        "ticketing"
      ],
      "properties": {
        "renamedFrom": {
          "$ref": "common.schema.json#/$defs/name",
          "description": "Bare name that the system had before. Its releases remain the base of this one's.",
          "examples": ["shop-chatbot"]
        },
        "sharesWith": {
          "description": "Other systems that share components or governed paths with this one. The highest risk tier among them counts.",
          "type": "array",
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/systemRef" }
        },
        "purpose": {
          "$ref": "common.schema.json#/$defs/text",
          "description": "Intended purpose, in a paragraph: for whom, what it does, what it does not do. A change here is critical.",
          "examples": [
            "Answers customers' questions about orders and returns. It gives no legal, medical or financial advice."
          ]
        },
        "inScope": {
          "description": "Whether the system is under a deployment plan's control.",
          "type": "boolean",
          "examples": [true]
        },
        "scopeReason": {
          "description": "Why the system is or is not under control. Required when `inScope` is false.",
          "type": "string",
          "examples": ["It sorts our own mail and reaches nobody else."]
        },
        "roles": {
          "description": "The organisation's parts in the system.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/systemRole" },
          "examples": [["provider", "deployer"]]
        },
        "context": {
          "description": "Where the system's output goes.",
          "type": "string",
          "enum": ["customer-facing", "internal-regulated", "third-party-embedded", "internal"],
          "enumDescriptions": [
            "To customers.",
            "Inside, into something that law or a supervisor regulates.",
            "It comes inside a product of somebody else.",
            "Inside, none of the above."
          ]
        },
        "regions": {
          "description": "Where the system is offered: countries or regions, by code or by name. One more is a critical change.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/text" },
          "examples": [["DE", "AT"]]
        },
        "userGroups": {
          "description": "Whom the system is offered to. One group more is a critical change.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/text" },
          "examples": [["customers with an account", "support staff"]]
        },
        "uses": {
          "description": "What the system may be used for, each in a few words; `purpose` says it as a whole. One use more is a critical change.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/text" },
          "examples": [["questions about orders", "questions about returns"]]
        },
        "riskTier": { "$ref": "common.schema.json#/$defs/riskTier" },
        "writesRecords": {
          "description": "Whether the system writes records or makes decisions that outlive a conversation. If so, the plan says how they are put right after a rollback.",
          "type": "boolean",
          "examples": [false]
        },
        "governedPaths": {
          "description": "Globs of the files that make up the system, by category. A change to any of them is a change of the system.",
          "type": "object",
          "properties": {
            "model": {
              "description": "Files of weights, adapters and pointers to them.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/glob" },
              "examples": [["systems/support-assistant/weights/**/*"]]
            },
            "prompts": {
              "description": "Files of instructions and templates.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/glob" },
              "examples": [["systems/support-assistant/prompts/**/*"]]
            },
            "guardrails": {
              "description": "Files of filters and refusal rules.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/glob" },
              "examples": [["systems/support-assistant/guardrails/**/*"]]
            },
            "retrieval": {
              "description": "Files of index pointers and retrieval settings.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/glob" },
              "examples": [["systems/support-assistant/retrieval/**/*"]]
            },
            "inference": {
              "description": "Files of sampling and other run-time settings.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/glob" },
              "examples": [["systems/support-assistant/inference.yaml"]]
            },
            "routing": {
              "description": "Files of routing between models.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/glob" },
              "examples": [["systems/support-assistant/routing.yaml"]]
            },
            "tools": {
              "description": "Files of what the system may call.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/glob" },
              "examples": [["systems/support-assistant/tools/**/*"]]
            },
            "experience": {
              "description": "Files of what users see.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/glob" },
              "examples": [["systems/support-assistant/experience/**/*"]]
            }
          },
          "additionalProperties": false
        },
        "environments": {
          "description": "Environments that the system runs in. At least one is a production environment (rule SYS-004).",
          "type": "array",
          "items": {
            "description": "One environment.",
            "type": "object",
            "required": ["name", "production"],
            "properties": {
              "name": {
                "$ref": "common.schema.json#/$defs/name",
                "description": "Name of the environment, which plan and records use.",
                "examples": ["production"]
              },
              "production": {
                "description": "Whether real users are served there.",
                "type": "boolean",
                "examples": [true]
              }
            },
            "additionalProperties": false
          },
          "examples": [
            [{ "name": "staging", "production": false }, { "name": "production", "production": true }]
          ]
        },
        "releaseOwner": {
          "$ref": "common.schema.json#/$defs/ownerRef",
          "description": "Who answers for the system's releases.",
          "examples": ["role:release-manager"]
        },
        "thirdParty": {
          "description": "Hosted models and other components that somebody else runs or changes. Needed as soon as a release uses one (rule SYS-006).",
          "type": "array",
          "items": {
            "description": "One component from outside.",
            "type": "object",
            "required": ["id", "provider", "product", "reference"],
            "properties": {
              "id": {
                "$ref": "common.schema.json#/$defs/name",
                "description": "Id of the component, which release packages and notices name.",
                "examples": ["chat-model"]
              },
              "provider": {
                "description": "Who provides the component.",
                "type": "string",
                "minLength": 1,
                "examples": ["Example Models Ltd"]
              },
              "product": {
                "description": "What the component is, in the provider's words.",
                "type": "string",
                "minLength": 1,
                "examples": ["chat-large through the API, processed in the EU"]
              },
              "reference": {
                "description": "Whether the name that the system uses stays the same thing.",
                "type": "string",
                "enum": ["pinned", "floating"],
                "enumDescriptions": [
                  "A version that does not change.",
                  "The provider may change what is behind the name."
                ]
              },
              "noticeChannel": {
                "description": "Where the provider's change notices arrive (rule TPN-001).",
                "type": "string",
                "minLength": 1,
                "examples": ["model-notices@example.org"]
              },
              "intakeOwner": {
                "$ref": "common.schema.json#/$defs/ownerRef",
                "description": "Who reads the provider's notices (rule TPN-001).",
                "examples": ["role:vendor-manager"]
              },
              "noChangeAttestationEvery": {
                "$ref": "common.schema.json#/$defs/duration",
                "description": "How often somebody confirms that nothing changed, when no notice came.",
                "examples": ["30d"]
              },
              "endOfLife": {
                "$ref": "common.schema.json#/$defs/timestamp",
                "description": "When the provider shuts the component down, if that is known.",
                "examples": ["2027-06-30T00:00:00Z"]
              },
              "dataRetention": {
                "description": "How long the provider keeps what the system sends and receives: `none`, or a whole number and its unit (`m`, `h`, `d`, `w`). A longer time is a critical change.",
                "type": "string",
                "pattern": "^(none|[1-9][0-9]*(m|h|d|w))$",
                "examples": ["none", "30d"]
              },
              "trainingUse": {
                "description": "Whether the provider may train models on what the system sends and receives. Allowing it is a critical change.",
                "type": "boolean",
                "examples": [false]
              }
            },
            "additionalProperties": false
          }
        },
        "incident": {
          "description": "How incidents of the system are handled. The incidents live in their own system.",
          "type": "object",
          "required": ["system", "severities", "oncall", "escalation"],
          "properties": {
            "system": {
              "description": "Name of the incident system.",
              "type": "string",
              "minLength": 1,
              "examples": ["Jira, project INC"]
            },
            "severities": {
              "description": "Severities in use, gravest first.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/itemId" },
              "examples": [["sev1", "sev2", "sev3"]]
            },
            "oncall": {
              "$ref": "common.schema.json#/$defs/ownerRef",
              "description": "Who is called first.",
              "examples": ["role:ai-oncall"]
            },
            "escalation": {
              "description": "Who is called next, in order.",
              "type": "array",
              "items": { "$ref": "common.schema.json#/$defs/ownerRef" },
              "examples": [["role:product-owner", "role:risk-approver"]]
            }
          },
          "additionalProperties": false
        },
        "ticketing": {
          "description": "Where change tickets live.",
          "type": "object",
          "required": ["system", "pattern"],
          "properties": {
            "system": {
              "description": "Name of the ticket system.",
              "type": "string",
              "minLength": 1,
              "examples": ["Jira, project AICHG"]
            },
            "pattern": {
              "description": "Regular expression that a ticket's id matches (ECMA-262; written with `^` and `$` it covers the whole id).",
              "type": "string",
              "format": "regex",
              "minLength": 1,
              "examples": ["^AICHG-[0-9]+$"]
            }
          },
          "additionalProperties": false
        },
        "regulatory": {
          "description": "Classes under laws that apply. Expected when the context is regulated (rule SYS-005).",
          "type": "object",
          "properties": {
            "euAiAct": {
              "description": "Class under Regulation (EU) 2024/1689.",
              "type": "object",
              "required": ["class"],
              "properties": {
                "class": {
                  "description": "Class of the system under the regulation.",
                  "type": "string",
                  "enum": ["prohibited", "high-risk", "limited-risk", "minimal-risk"],
                  "enumDescriptions": [
                    "A prohibited practice.",
                    "A high-risk system.",
                    "Transparency duties only.",
                    "None of these."
                  ]
                }
              },
              "additionalProperties": false
            },
            "other": {
              "description": "Other laws and rules, in short.",
              "type": "array",
              "items": { "$ref": "common.schema.json#/$defs/text" },
              "examples": [["GDPR Art. 22", "DORA"]]
            }
          },
          "additionalProperties": false
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false,
      "if": { "required": ["inScope"], "properties": { "inScope": { "const": false } } },
      "then": { "required": ["scopeReason"] }
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "DeploymentPlan",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Deployment plan",
  "description": "The control document for deploying AI systems (ISO/IEC 42001 A.6.2.5): what must be true before a release, how it is rolled out, watched, taken back and reviewed. May serve several systems.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "DeploymentPlan"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": [
        "version",
        "appliesTo",
        "effectiveFrom",
        "reviewEvery",
        "deploymentUnit",
        "entryCriteria",
        "rollout",
        "rollback",
        "monitoring",
        "postDeploymentReview",
        "exceptions",
        "communications",
        "traceability"
      ],
      "properties": {
        "version": {
          "$ref": "common.schema.json#/$defs/documentVersion",
          "description": "Version of the plan: 1, 2, 3 … Release packages name it.",
          "examples": [1]
        },
        "appliesTo": {
          "description": "The systems that the plan serves.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/systemRef" },
          "examples": [["system:support-assistant"]]
        },
        "effectiveFrom": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "From when the plan applies.",
          "examples": ["2026-06-01T00:00:00+02:00"]
        },
        "reviewEvery": {
          "$ref": "common.schema.json#/$defs/duration",
          "description": "Longest time between two approvals of the plan.",
          "examples": ["180d"]
        },
        "deploymentUnit": {
          "description": "Categories that a release package must list. One that cannot occur is given with its reason (rule PLN-005).",
          "type": "array",
          "uniqueItems": true,
          "items": {
            "description": "A category, or a category with the reason why it does not apply.",
            "type": ["string", "object"],
            "if": { "type": "string" },
            "then": { "$ref": "common.schema.json#/$defs/componentCategory" },
            "else": {
              "type": "object",
              "required": ["category", "notApplicable"],
              "properties": {
                "category": { "$ref": "common.schema.json#/$defs/componentCategory" },
                "notApplicable": {
                  "$ref": "common.schema.json#/$defs/text",
                  "description": "Why the category does not apply to any system of the plan.",
                  "examples": ["Every system of this plan has one model behind one endpoint."]
                }
              },
              "additionalProperties": false
            }
          },
          "examples": [
            ["model", "prompts", "guardrails", "retrieval", "inference", "routing", "tools", "experience"]
          ]
        },
        "entryCriteria": {
          "description": "What must be true before a release: gates, each passed with evidence (rule PLN-007 says which categories a tier needs).",
          "type": "array",
          "items": {
            "description": "One gate.",
            "type": "object",
            "required": ["gate", "category"],
            "properties": {
              "gate": {
                "$ref": "common.schema.json#/$defs/gateName",
                "description": "Name of the gate, defined here. Evidence, policies and waivers use it."
              },
              "category": { "$ref": "common.schema.json#/$defs/gateCategory" },
              "owner": {
                "$ref": "common.schema.json#/$defs/ownerRef",
                "description": "Who answers for the gate (rule PLN-006).",
                "examples": ["role:risk-approver"]
              },
              "maxAge": {
                "$ref": "common.schema.json#/$defs/duration",
                "description": "How old evidence may be when the release is tagged. Without it: of any age.",
                "examples": ["14d"]
              },
              "requiredFor": {
                "description": "From which risk tier and change class on the gate is required. Without it: always.",
                "type": "object",
                "properties": {
                  "minTier": {
                    "$ref": "common.schema.json#/$defs/riskTier",
                    "description": "Lowest risk tier for which the gate is required.",
                    "default": "low"
                  },
                  "minClass": {
                    "$ref": "common.schema.json#/$defs/changeClass",
                    "description": "Lowest change class for which the gate is required. A first release counts as critical.",
                    "default": "none"
                  }
                },
                "additionalProperties": false,
                "examples": [{ "minTier": "medium", "minClass": "material" }]
              }
            },
            "additionalProperties": false
          },
          "examples": [
            [{ "gate": "safety-eval", "category": "safety", "owner": "role:risk-approver", "maxAge": "14d" }]
          ]
        },
        "rollout": {
          "description": "How a release reaches its users.",
          "type": "object",
          "required": ["strategy", "stopAuthority", "steps"],
          "properties": {
            "strategy": { "$ref": "common.schema.json#/$defs/rolloutStrategy" },
            "stopAuthority": {
              "$ref": "common.schema.json#/$defs/authority",
              "description": "Who may halt a rollout. One reference or a list; empty means nobody, which rule PPL-004 refuses."
            },
            "freezeWindows": {
              "description": "Times in which no rollout may start or go on.",
              "type": "array",
              "items": { "$ref": "common.schema.json#/$defs/freezeWindow" }
            },
            "steps": {
              "description": "Steps, in order. Exposure never falls from one to the next.",
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "common.schema.json#/$defs/rolloutStep" }
            }
          },
          "additionalProperties": false
        },
        "rollback": {
          "description": "How a release is taken back.",
          "type": "object",
          "required": [
            "authority",
            "timeObjective",
            "drillEvery",
            "triggers",
            "mechanisms",
            "dataRemediation"
          ],
          "properties": {
            "authority": {
              "$ref": "common.schema.json#/$defs/authority",
              "description": "Who may order a rollback. One reference or a list; empty means nobody, which rule RBK-009 refuses."
            },
            "timeObjective": {
              "$ref": "common.schema.json#/$defs/duration",
              "description": "Longest time from the decision until the target is restored.",
              "examples": ["15m"]
            },
            "drillEvery": {
              "$ref": "common.schema.json#/$defs/duration",
              "description": "Longest time between two rollback drills.",
              "examples": ["90d"]
            },
            "safeMode": {
              "description": "What remains in service in safe mode, and how it is switched on.",
              "type": "string",
              "minLength": 1,
              "examples": ["The chat window shows the search of the help centre; no model is called."]
            },
            "triggers": {
              "description": "What leads to a halt or a rollback. At least one (rule RBK-007).",
              "type": "array",
              "items": { "$ref": "#/$defs/trigger" }
            },
            "mechanisms": {
              "description": "How each category is rolled back. One for each category that a package has (rule RBK-010).",
              "type": "object",
              "properties": {
                "model": {
                  "$ref": "#/$defs/mechanism",
                  "description": "How the model is rolled back."
                },
                "prompts": {
                  "$ref": "#/$defs/mechanism",
                  "description": "How prompts are rolled back."
                },
                "guardrails": {
                  "$ref": "#/$defs/mechanism",
                  "description": "How guardrails are rolled back."
                },
                "retrieval": {
                  "$ref": "#/$defs/mechanism",
                  "description": "How retrieval is rolled back."
                },
                "inference": {
                  "$ref": "#/$defs/mechanism",
                  "description": "How inference settings are rolled back."
                },
                "routing": {
                  "$ref": "#/$defs/mechanism",
                  "description": "How routing is rolled back."
                },
                "tools": {
                  "$ref": "#/$defs/mechanism",
                  "description": "How tools are rolled back."
                },
                "experience": {
                  "$ref": "#/$defs/mechanism",
                  "description": "How what users see is rolled back."
                }
              },
              "additionalProperties": false
            },
            "dataRemediation": {
              "$ref": "common.schema.json#/$defs/dataRemediation",
              "description": "What is done about records and decisions that came from a faulty release."
            }
          },
          "additionalProperties": false
        },
        "monitoring": {
          "description": "How a release is watched.",
          "type": "object",
          "required": ["recordEvery", "logging", "signals"],
          "properties": {
            "recordEvery": {
              "$ref": "common.schema.json#/$defs/duration",
              "description": "How often a MonitoringRecord is written.",
              "examples": ["7d"]
            },
            "logging": {
              "description": "What is logged, so that a wrong output can be investigated.",
              "type": "object",
              "required": ["fields", "retention"],
              "properties": {
                "fields": {
                  "description": "Names of the logged fields.",
                  "type": "array",
                  "uniqueItems": true,
                  "items": { "$ref": "common.schema.json#/$defs/text" },
                  "examples": [["conversation", "time", "release", "reply"]]
                },
                "retention": {
                  "$ref": "common.schema.json#/$defs/duration",
                  "description": "How long logs are kept.",
                  "examples": ["190d"]
                }
              },
              "additionalProperties": false
            },
            "signals": {
              "description": "Signals that are watched. Not operational ones only (rules MON-001 and MON-002).",
              "type": "array",
              "items": { "$ref": "#/$defs/signal" }
            }
          },
          "additionalProperties": false
        },
        "postDeploymentReview": {
          "description": "The review after a release.",
          "type": "object",
          "required": ["dueAfter", "window", "reviewer"],
          "properties": {
            "dueAfter": {
              "$ref": "common.schema.json#/$defs/duration",
              "description": "By when the review is due, counted from the release tag.",
              "examples": ["21d"]
            },
            "window": {
              "$ref": "common.schema.json#/$defs/duration",
              "description": "How long the release is observed before the review.",
              "examples": ["14d"]
            },
            "reviewer": {
              "$ref": "common.schema.json#/$defs/ownerRef",
              "description": "Who reviews the release."
            }
          },
          "additionalProperties": false
        },
        "exceptions": {
          "description": "Who may waive a gate, and for how long.",
          "type": "object",
          "required": ["approvers", "maxDuration", "retrospectiveWithin"],
          "properties": {
            "approvers": {
              "description": "Who may approve an Exception.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/ownerRef" },
              "examples": [["role:risk-approver"]]
            },
            "maxDuration": {
              "$ref": "common.schema.json#/$defs/duration",
              "description": "Longest time that an Exception may last.",
              "examples": ["14d"]
            },
            "retrospectiveWithin": {
              "$ref": "common.schema.json#/$defs/duration",
              "description": "By when an emergency release has its gates after all.",
              "examples": ["5d"]
            }
          },
          "additionalProperties": false
        },
        "thirdParty": {
          "description": "How changes by providers are handled. Needed when a system of the plan uses third-party components.",
          "type": "object",
          "required": ["validation", "assessWithin", "onBreakingChange"],
          "properties": {
            "validation": {
              "description": "How notices and versions are validated.",
              "type": "array",
              "items": { "$ref": "common.schema.json#/$defs/text" },
              "examples": [["The vendor manager reads the notice mailbox every working day."]]
            },
            "assessWithin": {
              "$ref": "common.schema.json#/$defs/duration",
              "description": "By when a notice is assessed, counted from its receipt.",
              "examples": ["5d"]
            },
            "onBreakingChange": {
              "$ref": "common.schema.json#/$defs/text",
              "description": "What happens when a provider's change breaks a control.",
              "examples": ["Stay on the pinned version while it is available, else switch to safe mode."]
            }
          },
          "additionalProperties": false
        },
        "communications": {
          "description": "Who is told what, and when. Rollout and rollback both need a message (rule PLN-008).",
          "type": "array",
          "items": {
            "description": "One message.",
            "type": "object",
            "required": ["event", "audience", "channel", "owner"],
            "properties": {
              "event": {
                "description": "What the message is about.",
                "type": "string",
                "minLength": 1,
                "examples": ["rollout-start", "rollback", "incident-sev1", "disclosure-change"]
              },
              "audience": {
                "description": "Who is told.",
                "type": "string",
                "minLength": 1,
                "examples": ["affected users", "support team"]
              },
              "channel": {
                "description": "How they are told.",
                "type": "string",
                "minLength": 1,
                "examples": ["banner in the chat"]
              },
              "owner": {
                "$ref": "common.schema.json#/$defs/ownerRef",
                "description": "Who sees to the message."
              }
            },
            "additionalProperties": false
          }
        },
        "environmentDifferences": {
          "description": "How the environments in which gates run differ from production, and what is done about it (rule PLN-012).",
          "type": "string",
          "minLength": 1,
          "examples": ["Staging has the production model and index, but test customers and no refunds."]
        },
        "traceability": {
          "description": "Which requirements the plan meets, and where. At least one (rule PLN-013).",
          "type": "array",
          "items": {
            "description": "One requirement.",
            "type": "object",
            "required": ["requirement", "clauses"],
            "properties": {
              "requirement": {
                "description": "Identifier of the requirement.",
                "type": "string",
                "minLength": 1,
                "examples": ["iso42001:A.6.2.5"]
              },
              "clauses": {
                "description": "Sections of this plan that meet it, as dotted names under `spec`.",
                "type": "array",
                "minItems": 1,
                "uniqueItems": true,
                "items": {
                  "description": "A section of this plan.",
                  "type": "string",
                  "minLength": 1,
                  "examples": ["rollback", "rollout.steps"]
                }
              }
            },
            "additionalProperties": false
          }
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false
    }
  },
  "additionalProperties": false,
  "$defs": {
    "trigger": {
      "description": "Something that leads to a halt or a rollback. It has a threshold or decision criteria (rule RBK-008).",
      "type": "object",
      "required": ["id", "kind", "action"],
      "properties": {
        "id": {
          "$ref": "common.schema.json#/$defs/name",
          "description": "Id of the trigger, which rollback records name.",
          "examples": ["violations"]
        },
        "kind": {
          "description": "What sets the trigger off.",
          "type": "string",
          "enum": ["signal", "incident", "user-report", "manual"],
          "enumDescriptions": [
            "A signal crosses a threshold.",
            "An incident is declared.",
            "Users report something.",
            "Somebody decides."
          ]
        },
        "signal": {
          "$ref": "common.schema.json#/$defs/name",
          "description": "Id of a signal of `monitoring.signals`. Required for the kind `signal`.",
          "examples": ["policy-violation-rate"]
        },
        "threshold": {
          "$ref": "common.schema.json#/$defs/decimal",
          "description": "Limit, in the unit of the signal. The trigger fires when the value no longer satisfies the signal's own `op` with it.",
          "examples": [0.01]
        },
        "decisionCriteria": {
          "description": "What is judged, when a number does not say it.",
          "type": "string",
          "minLength": 1,
          "examples": ["One credible report of a harmful answer."]
        },
        "severity": {
          "$ref": "common.schema.json#/$defs/itemId",
          "description": "Severity of the incident that it amounts to, in the words of the AI system's `incident.severities` (rule MON-005).",
          "examples": ["sev1"]
        },
        "escalateTo": {
          "$ref": "common.schema.json#/$defs/ownerRef",
          "description": "Who is told and decides. Without it: the rollback authority.",
          "examples": ["role:risk-approver"]
        },
        "action": {
          "description": "What the trigger leads to.",
          "type": "string",
          "enum": ["halt", "rollback"],
          "enumDescriptions": ["The rollout stops where it is.", "The release is taken back."]
        }
      },
      "additionalProperties": false,
      "if": { "required": ["kind"], "properties": { "kind": { "const": "signal" } } },
      "then": { "required": ["signal"] }
    },
    "mechanism": {
      "description": "How one category is rolled back.",
      "type": "object",
      "required": ["executor", "steps"],
      "properties": {
        "executor": {
          "$ref": "common.schema.json#/$defs/ownerRef",
          "description": "Who carries out the rollback.",
          "examples": ["role:ai-oncall"]
        },
        "steps": {
          "description": "What is done, in order.",
          "type": "array",
          "minItems": 1,
          "items": { "$ref": "common.schema.json#/$defs/text" },
          "examples": [["Deploy the prompts folder of the target's release tag."]]
        }
      },
      "additionalProperties": false
    },
    "signal": {
      "description": "Something that is measured and looked at.",
      "type": "object",
      "required": ["id", "category"],
      "properties": {
        "id": {
          "$ref": "common.schema.json#/$defs/name",
          "description": "Id of the signal, which triggers, health criteria and monitoring records name.",
          "examples": ["policy-violation-rate"]
        },
        "category": {
          "description": "What the signal is about.",
          "type": "string",
          "enum": ["safety", "output-quality", "drift", "user-feedback", "operational"],
          "enumDescriptions": [
            "Harmful or forbidden output.",
            "Whether output is right and useful.",
            "Whether behaviour or input moves away from a baseline.",
            "What users say.",
            "Latency, errors, uptime, cost."
          ]
        },
        "source": {
          "description": "Where the value comes from.",
          "type": "string",
          "minLength": 1,
          "examples": ["daily sample of 500 replies, judged by the safety rubric"]
        },
        "op": {
          "$ref": "common.schema.json#/$defs/op",
          "description": "How the value is held against the threshold when all is in order."
        },
        "threshold": {
          "$ref": "common.schema.json#/$defs/decimal",
          "description": "Limit, in the unit of the signal.",
          "examples": [0.005]
        },
        "window": {
          "$ref": "common.schema.json#/$defs/duration",
          "description": "Time over which the value is taken.",
          "examples": ["7d"]
        },
        "baseline": {
          "description": "What a drift signal is compared with: text, or a number (rule MON-013).",
          "type": ["string", "number"],
          "minLength": 1,
          "examples": ["questions of October 2026", 0.965]
        },
        "severity": {
          "$ref": "common.schema.json#/$defs/itemId",
          "description": "Severity of a breach, in the words of the AI system's `incident.severities` (rule MON-005).",
          "examples": ["sev2"]
        },
        "owner": {
          "$ref": "common.schema.json#/$defs/ownerRef",
          "description": "Who looks at the signal (rule MON-004)."
        },
        "reviewEvery": {
          "$ref": "common.schema.json#/$defs/duration",
          "description": "How often the signal is looked at, alert or not. A signal without a threshold needs it (rule MON-003).",
          "examples": ["7d"]
        },
        "alert": {
          "description": "Which alert goes out, and to whom.",
          "type": "string",
          "minLength": 1,
          "examples": ["pages role:ai-oncall at 0.01 within 24 hours"]
        },
        "triage": {
          "description": "What is done about an alert.",
          "type": "string",
          "minLength": 1,
          "examples": ["On-call reads the replies within two hours and decides on a rollback."]
        }
      },
      "additionalProperties": false,
      "allOf": [
        { "if": { "required": ["op"] }, "then": { "required": ["threshold"] } },
        { "if": { "required": ["threshold"] }, "then": { "required": ["op"] } }
      ]
    }
  }
}

"""###
        ),
        (
            "Exception",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Exception",
  "description": "A gate that is waived for one release, for a limited time, with controls in its place. Counts only with a signed statement of each approver.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "Exception"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": [
        "appliesTo",
        "reason",
        "ticket",
        "requestedBy",
        "approvedBy",
        "effectiveFrom",
        "expiresAt",
        "compensatingControls",
        "followUps"
      ],
      "properties": {
        "appliesTo": {
          "description": "Which release goes without which gates.",
          "type": "object",
          "required": ["release", "waives"],
          "properties": {
            "release": {
              "$ref": "common.schema.json#/$defs/releaseRef",
              "description": "Release that may go without the gates."
            },
            "waives": {
              "description": "Gates that are waived.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/gateWaiver" },
              "examples": [["gate:security-review"]]
            }
          },
          "additionalProperties": false
        },
        "reason": {
          "$ref": "common.schema.json#/$defs/text",
          "description": "Why the gate cannot be passed now.",
          "examples": ["The scanner is down until Friday."]
        },
        "ticket": {
          "description": "Id of the change ticket.",
          "type": "string",
          "minLength": 1,
          "examples": ["AICHG-412"]
        },
        "requestedBy": {
          "$ref": "common.schema.json#/$defs/personRef",
          "description": "Who asks for the exception."
        },
        "approvedBy": {
          "$ref": "common.schema.json#/$defs/personRefs",
          "description": "Who approves the exception. Not the person who asks."
        },
        "effectiveFrom": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "From when the exception holds."
        },
        "expiresAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When the exception ends.",
          "examples": ["2026-09-12T00:00:00+02:00"]
        },
        "compensatingControls": {
          "description": "What is done instead of the gates.",
          "type": "array",
          "minItems": 1,
          "items": {
            "description": "One control.",
            "type": "object",
            "required": ["control"],
            "properties": {
              "control": {
                "$ref": "common.schema.json#/$defs/text",
                "description": "What is done.",
                "examples": ["Refunds above 20 euros wait for a colleague."]
              },
              "owner": {
                "$ref": "common.schema.json#/$defs/ownerRef",
                "description": "Who does it (rule EXC-004)."
              },
              "verification": {
                "$ref": "common.schema.json#/$defs/text",
                "description": "How one sees that it works (rule EXC-004).",
                "examples": ["The refund log is read every evening."]
              }
            },
            "additionalProperties": false
          }
        },
        "followUps": {
          "description": "What has to be done so that the exception can end.",
          "type": "array",
          "minItems": 1,
          "items": {
            "description": "One piece of work.",
            "type": "object",
            "required": ["action", "owner", "due", "status"],
            "properties": {
              "action": {
                "$ref": "common.schema.json#/$defs/text",
                "description": "What has to be done.",
                "examples": ["Run the scanner and record its evidence."]
              },
              "owner": {
                "$ref": "common.schema.json#/$defs/ownerRef",
                "description": "Who has to do it."
              },
              "due": {
                "$ref": "common.schema.json#/$defs/timestamp",
                "description": "By when it has to be done."
              },
              "status": { "$ref": "common.schema.json#/$defs/workStatus" }
            },
            "additionalProperties": false
          }
        },
        "retrospective": {
          "description": "For an emergency release: when its gates are made up for.",
          "type": "object",
          "required": ["dueBy"],
          "properties": {
            "dueBy": {
              "$ref": "common.schema.json#/$defs/timestamp",
              "description": "By when the gates are passed after all."
            }
          },
          "additionalProperties": false
        },
        "incident": {
          "$ref": "common.schema.json#/$defs/incident",
          "description": "The incident that made it urgent, if there was one."
        },
        "corrects": {
          "$ref": "common.schema.json#/$defs/exceptionRef",
          "description": "Only in a correction: the earlier record that this one corrects. The earlier record stays in the tree as it is."
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "GateEvidence",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Gate evidence",
  "description": "One run of one gate on one release package.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "GateEvidence"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": ["subject", "gate", "category", "result", "performedAt", "performedBy", "summary", "method"],
      "properties": {
        "subject": {
          "description": "What was tested.",
          "type": "object",
          "required": ["release", "packageDigest"],
          "properties": {
            "release": {
              "$ref": "common.schema.json#/$defs/releaseRef",
              "description": "Release that was tested."
            },
            "packageDigest": {
              "$ref": "common.schema.json#/$defs/digestSet",
              "description": "Digest of the release package that was tested, as `imprimatur approve` prints it."
            }
          },
          "additionalProperties": false
        },
        "gate": {
          "$ref": "common.schema.json#/$defs/gateName",
          "description": "Bare name of the gate, as the plan's `entryCriteria` define it."
        },
        "category": { "$ref": "common.schema.json#/$defs/gateCategory" },
        "result": {
          "description": "How the run ended.",
          "type": "string",
          "enum": ["passed", "warned", "failed", "errored", "skipped"],
          "enumDescriptions": [
            "Everything held.",
            "It held, with something to look at.",
            "It did not hold.",
            "The run broke off.",
            "It was not run."
          ]
        },
        "performedAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When the run ended, as its performer claims. The commit that records it is the second time."
        },
        "performedBy": {
          "$ref": "common.schema.json#/$defs/personRef",
          "description": "Who ran it: a person, or a robot of the trust root.",
          "examples": ["person:omar"]
        },
        "summary": {
          "$ref": "common.schema.json#/$defs/text",
          "description": "What came out, in a few sentences.",
          "examples": ["No forbidden promise in 1,200 conversations about refunds."]
        },
        "method": {
          "description": "How it was tested.",
          "type": "object",
          "required": ["tool"],
          "properties": {
            "tool": {
              "description": "The tool, or `manual`.",
              "type": "string",
              "minLength": 1,
              "examples": ["promptfoo"]
            },
            "version": {
              "$ref": "common.schema.json#/$defs/toolVersion",
              "description": "Version of the tool."
            },
            "configuration": {
              "description": "Configuration file, or settings, that the tool ran with.",
              "type": "string",
              "minLength": 1,
              "examples": ["evals/safety.yaml, temperature 0.2, three runs"]
            }
          },
          "additionalProperties": false
        },
        "suite": {
          "description": "The set of cases, when there is one.",
          "type": "object",
          "required": ["name", "version"],
          "properties": {
            "name": {
              "description": "Name of the suite.",
              "type": "string",
              "minLength": 1,
              "examples": ["refund-safety"]
            },
            "version": {
              "$ref": "common.schema.json#/$defs/toolVersion",
              "description": "Version of the suite.",
              "examples": [12]
            },
            "datasetDigest": {
              "$ref": "common.schema.json#/$defs/digestSet",
              "description": "Digest of the cases."
            }
          },
          "additionalProperties": false
        },
        "metrics": {
          "description": "What was measured, when something was. Each verdict is recomputed (rule GAT-007).",
          "type": "array",
          "items": {
            "description": "One number.",
            "type": "object",
            "required": ["name", "value"],
            "properties": {
              "name": {
                "$ref": "common.schema.json#/$defs/itemId",
                "description": "Name of the metric.",
                "examples": ["policy-violation-rate"]
              },
              "op": {
                "$ref": "common.schema.json#/$defs/op",
                "description": "How the value is held against the threshold."
              },
              "threshold": {
                "$ref": "common.schema.json#/$defs/decimal",
                "description": "Limit, in the unit of the metric."
              },
              "value": {
                "$ref": "common.schema.json#/$defs/decimal",
                "description": "What was measured.",
                "examples": [0.0017]
              },
              "n": { "$ref": "common.schema.json#/$defs/sampleSize" }
            },
            "additionalProperties": false,
            "allOf": [
              { "if": { "required": ["op"] }, "then": { "required": ["threshold"] } },
              { "if": { "required": ["threshold"] }, "then": { "required": ["op"] } }
            ]
          }
        },
        "attachments": {
          "description": "Reports and logs of the run.",
          "type": "array",
          "items": { "$ref": "common.schema.json#/$defs/artifact" }
        },
        "environment": {
          "description": "Where it was tested.",
          "type": "object",
          "required": ["testedIn"],
          "properties": {
            "testedIn": {
              "$ref": "common.schema.json#/$defs/name",
              "description": "Name of an environment of the AI system.",
              "examples": ["staging"]
            },
            "differsFromProduction": {
              "description": "How that environment differs from production.",
              "type": "string",
              "minLength": 1,
              "examples": ["Test customers; refunds are booked in a sandbox."]
            }
          },
          "additionalProperties": false
        },
        "corrects": {
          "$ref": "common.schema.json#/$defs/evidenceRef",
          "description": "Only in a correction: the earlier record that this one corrects. The earlier record stays in the tree as it is."
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "MaterialityPolicy",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Materiality policy",
  "description": "How much a change matters, and which gates and approvals each class of change takes. The trust root pins the file by its digest.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "MaterialityPolicy"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": ["classes", "default", "tiers", "matrix", "cumulative"],
      "properties": {
        "classes": {
          "description": "The classes of change, in ascending order. Always these four.",
          "const": ["none", "minor", "material", "critical"],
          "default": ["none", "minor", "material", "critical"]
        },
        "default": {
          "$ref": "common.schema.json#/$defs/changeClass",
          "description": "Class of a change that no rule knows."
        },
        "rules": {
          "description": "Overrides of the built-in catalogue. Each names a rule, a component or a path.",
          "type": "array",
          "items": {
            "description": "One override.",
            "type": "object",
            "required": ["class", "why"],
            "properties": {
              "id": {
                "description": "Rule of the catalogue, `component/what-happened`.",
                "type": "string",
                "pattern": "^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$",
                "examples": ["guardrail/threshold-loosened"]
              },
              "component": {
                "$ref": "common.schema.json#/$defs/componentCategory",
                "description": "Category that the override is for."
              },
              "path": {
                "$ref": "common.schema.json#/$defs/glob",
                "description": "Glob of the files that the override is for."
              },
              "change": {
                "description": "Kind of change that the override is for. Without it: any.",
                "type": "string",
                "enum": ["add", "remove", "change", "loosen", "tighten", "move", "rename"],
                "enumDescriptions": [
                  "Something is new.",
                  "Something is gone.",
                  "Something says something else.",
                  "A protection lets more through.",
                  "A protection lets less through.",
                  "Something stands in another place or order.",
                  "Something has another name."
                ]
              },
              "when": {
                "description": "Further conditions on the change. All must hold.",
                "type": "array",
                "minItems": 1,
                "items": { "$ref": "common.schema.json#/$defs/bound" },
                "examples": [[{ "path": "inference.temperature", "op": "gt", "value": 0.7 }]]
              },
              "class": {
                "$ref": "common.schema.json#/$defs/changeClass",
                "description": "Class that such a change gets."
              },
              "why": {
                "$ref": "common.schema.json#/$defs/text",
                "description": "Why it gets this class.",
                "examples": ["Limits in our prompts are sums of money."]
              }
            },
            "additionalProperties": false,
            "anyOf": [{ "required": ["id"] }, { "required": ["component"] }, { "required": ["path"] }]
          }
        },
        "tiers": {
          "description": "The risk tiers, in ascending order. Always these three.",
          "const": ["low", "medium", "high"],
          "default": ["low", "medium", "high"]
        },
        "matrix": {
          "description": "What each combination of risk tier and change class takes. A combination without a row is refused.",
          "type": "array",
          "minItems": 1,
          "items": {
            "description": "One combination.",
            "type": "object",
            "required": ["tier", "class", "gates", "approvals"],
            "properties": {
              "tier": {
                "$ref": "common.schema.json#/$defs/riskTier",
                "description": "Risk tier of the system."
              },
              "class": { "$ref": "common.schema.json#/$defs/changeClassOrInitial" },
              "gates": {
                "description": "Gates that need evidence, by their bare names. May be empty.",
                "type": "array",
                "uniqueItems": true,
                "items": { "$ref": "common.schema.json#/$defs/gateName" },
                "examples": [["functional-eval", "safety-eval"]]
              },
              "approvals": { "$ref": "common.schema.json#/$defs/quorum" },
              "rollout": {
                "description": "Rollout strategies that are allowed. Without it: all.",
                "type": "array",
                "minItems": 1,
                "uniqueItems": true,
                "items": { "$ref": "common.schema.json#/$defs/rolloutStrategy" },
                "examples": [["canary", "limited-audience"]]
              },
              "reviewDueAfter": {
                "$ref": "common.schema.json#/$defs/duration",
                "description": "By when the review is due, counted from the release tag, when that is sooner than the plan says.",
                "examples": ["14d"]
              }
            },
            "additionalProperties": false
          }
        },
        "cumulative": {
          "description": "Keeps a change from being cut into many small ones.",
          "type": "object",
          "required": ["baseline", "maxMinor", "maxAge", "escalateTo"],
          "properties": {
            "baseline": {
              "description": "What the sum of changes is measured against. `last-fully-gated`: the last release that passed all gates of a material change.",
              "const": "last-fully-gated",
              "default": "last-fully-gated"
            },
            "maxMinor": {
              "description": "How many minor releases may follow the baseline.",
              "type": "integer",
              "minimum": 0,
              "examples": [5]
            },
            "maxAge": {
              "$ref": "common.schema.json#/$defs/duration",
              "description": "How old the baseline may be.",
              "examples": ["90d"]
            },
            "escalateTo": {
              "$ref": "common.schema.json#/$defs/changeClass",
              "description": "Class of the next change once `maxMinor` or `maxAge` is exceeded."
            }
          },
          "additionalProperties": false
        },
        "predeterminedChanges": {
          "description": "Changes that were assessed beforehand and may be made within bounds.",
          "type": "array",
          "items": {
            "description": "One predetermined change.",
            "type": "object",
            "required": [
              "id",
              "description",
              "component",
              "bounds",
              "protocol",
              "impactAssessment",
              "validUntil"
            ],
            "properties": {
              "id": {
                "$ref": "common.schema.json#/$defs/name",
                "description": "Id of the permission, which a release package's `change.predetermined` names.",
                "examples": ["nightly-index"]
              },
              "description": {
                "$ref": "common.schema.json#/$defs/text",
                "description": "What may change, and why that was foreseen.",
                "examples": ["The index is rebuilt every night from articles that an editor has published."]
              },
              "component": {
                "$ref": "common.schema.json#/$defs/componentCategory",
                "description": "Category that may change."
              },
              "bounds": {
                "description": "Limits that the change must stay within. All must hold.",
                "type": "array",
                "minItems": 1,
                "items": { "$ref": "common.schema.json#/$defs/bound" },
                "examples": [[{ "path": "retrieval.documentsDelta", "op": "lte", "value": 0.05 }]]
              },
              "protocol": {
                "description": "What still has to be done inside the bounds.",
                "type": "object",
                "required": ["gates"],
                "properties": {
                  "gates": {
                    "description": "Gates that suffice, by their bare names.",
                    "type": "array",
                    "uniqueItems": true,
                    "items": { "$ref": "common.schema.json#/$defs/gateName" },
                    "examples": [["retrieval-data-check"]]
                  }
                },
                "additionalProperties": false
              },
              "impactAssessment": {
                "$ref": "common.schema.json#/$defs/artifact",
                "description": "The assessment that was made beforehand: `path` inside the repository, or `uri` and `digest` outside it."
              },
              "validUntil": {
                "$ref": "common.schema.json#/$defs/timestamp",
                "description": "When the permission ends.",
                "examples": ["2026-12-31T23:59:59Z"]
              }
            },
            "additionalProperties": false
          }
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "MonitoringRecord",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Monitoring record",
  "description": "What was observed of one release in one period.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "MonitoringRecord"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": ["release", "period", "signals", "reviewedBy", "reviewedAt"],
      "properties": {
        "release": {
          "$ref": "common.schema.json#/$defs/releaseRef",
          "description": "Release that was observed."
        },
        "period": {
          "$ref": "common.schema.json#/$defs/interval",
          "description": "Time over which the release was observed."
        },
        "signals": {
          "description": "What the signals showed: all signals of the plan (rule MON-008).",
          "type": "array",
          "items": {
            "description": "One signal.",
            "type": "object",
            "required": ["id", "verdict"],
            "properties": {
              "id": {
                "$ref": "common.schema.json#/$defs/name",
                "description": "Id of the plan's signal.",
                "examples": ["policy-violation-rate"]
              },
              "value": {
                "$ref": "common.schema.json#/$defs/decimal",
                "description": "The value, in the unit of the signal. May be absent when inconclusive."
              },
              "n": { "$ref": "common.schema.json#/$defs/sampleSize" },
              "verdict": { "$ref": "common.schema.json#/$defs/signalVerdict" }
            },
            "additionalProperties": false
          },
          "examples": [[{ "id": "policy-violation-rate", "value": 0.0021, "n": 950, "verdict": "pass" }]]
        },
        "alerts": {
          "description": "Alerts that went out.",
          "type": "array",
          "items": {
            "description": "One alert.",
            "type": "object",
            "required": ["signal", "at"],
            "properties": {
              "signal": {
                "$ref": "common.schema.json#/$defs/name",
                "description": "Id of the plan's signal.",
                "examples": ["wrong-refund-rate"]
              },
              "at": {
                "$ref": "common.schema.json#/$defs/timestamp",
                "description": "When the alert went out."
              },
              "severity": {
                "$ref": "common.schema.json#/$defs/itemId",
                "description": "Severity of the alert, in the words of the AI system's `incident.severities`.",
                "examples": ["sev2"]
              },
              "acknowledgedBy": {
                "$ref": "common.schema.json#/$defs/personRef",
                "description": "Who took the alert."
              },
              "incident": {
                "$ref": "common.schema.json#/$defs/incident",
                "description": "The incident that followed, if one did."
              }
            },
            "additionalProperties": false
          }
        },
        "feedback": {
          "description": "What users sent. Needed when the plan has a user-feedback signal.",
          "type": "object",
          "required": ["received", "triaged", "severe"],
          "properties": {
            "received": {
              "description": "How many messages came.",
              "type": "integer",
              "minimum": 0,
              "examples": [41]
            },
            "triaged": {
              "description": "How many of them were looked at.",
              "type": "integer",
              "minimum": 0,
              "examples": [41]
            },
            "severe": {
              "description": "How many of them were severe.",
              "type": "integer",
              "minimum": 0,
              "examples": [3]
            }
          },
          "additionalProperties": false
        },
        "reviewedBy": {
          "$ref": "common.schema.json#/$defs/personRefs",
          "description": "Who looked at the observations."
        },
        "reviewedAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When they looked."
        },
        "actions": {
          "description": "What was decided to be done.",
          "type": "array",
          "items": { "$ref": "common.schema.json#/$defs/actionItem" }
        },
        "corrects": {
          "$ref": "common.schema.json#/$defs/monitoringRef",
          "description": "Only in a correction: the earlier record that this one corrects. The earlier record stays in the tree as it is."
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "PostDeploymentReview",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Post-deployment review",
  "description": "The close-out of one release: what was watched, what was seen, what is done about it.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "PostDeploymentReview"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": [
        "release",
        "window",
        "monitored",
        "observed",
        "issuesFound",
        "actions",
        "rollbackFeasible",
        "outcome",
        "reviewedBy",
        "reviewedAt"
      ],
      "properties": {
        "release": {
          "$ref": "common.schema.json#/$defs/releaseRef",
          "description": "Release that is reviewed."
        },
        "window": {
          "$ref": "common.schema.json#/$defs/interval",
          "description": "Time over which the release was observed."
        },
        "monitored": {
          "description": "What was watched: ids of the plan's signals, or other things in words.",
          "type": "array",
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/text" },
          "examples": [["policy-violation-rate", "Calls to the refund tool above 100 euros"]]
        },
        "observed": {
          "description": "What was seen, in a few sentences. Not empty (rule REV-003).",
          "type": "string",
          "examples": ["Answers stayed within policy. Delivery costs were refunded twice in 9 of 212 refunds."]
        },
        "issuesFound": {
          "description": "Whether issues were found. `false` is said in so many words.",
          "type": "boolean",
          "examples": [false]
        },
        "issues": {
          "description": "The issues. Required, with at least one entry, when `issuesFound` is true.",
          "type": "array",
          "items": {
            "description": "One issue.",
            "type": "object",
            "required": ["id", "text"],
            "properties": {
              "id": {
                "$ref": "common.schema.json#/$defs/itemId",
                "description": "Id of the issue.",
                "examples": ["I-1"]
              },
              "text": {
                "$ref": "common.schema.json#/$defs/text",
                "description": "What the issue is.",
                "examples": ["Orders with two deliveries were not in the evaluation."]
              },
              "severity": {
                "$ref": "common.schema.json#/$defs/itemId",
                "description": "Severity of the issue, in the words of the AI system's `incident.severities`.",
                "examples": ["sev2"]
              },
              "incident": {
                "$ref": "common.schema.json#/$defs/incident",
                "description": "The incident, if it was one."
              }
            },
            "additionalProperties": false
          }
        },
        "actions": {
          "description": "What is done about the issues. May be empty.",
          "type": "array",
          "items": { "$ref": "common.schema.json#/$defs/actionItem" }
        },
        "rollbackFeasible": {
          "description": "Whether going back was possible all the time.",
          "type": "object",
          "required": ["confirmed"],
          "properties": {
            "confirmed": {
              "description": "Whether somebody confirmed it.",
              "type": "boolean",
              "examples": [true]
            },
            "evidence": {
              "$ref": "common.schema.json#/$defs/recordRef",
              "description": "The RollbackRecord that shows it (rule REF-002 refuses another kind).",
              "examples": ["rollback:support-assistant-1-1-0-feasibility"]
            }
          },
          "additionalProperties": false
        },
        "planDeviations": {
          "description": "What was done in another way than the plan says.",
          "type": "array",
          "items": { "$ref": "common.schema.json#/$defs/deviation" }
        },
        "outcome": {
          "description": "How the release went.",
          "type": "string",
          "enum": ["successful", "successful-with-issues", "backed-out", "failed"],
          "enumDescriptions": [
            "As intended.",
            "It stays, with things to mend.",
            "It was taken back.",
            "It did not do what it was for."
          ]
        },
        "reviewedBy": {
          "$ref": "common.schema.json#/$defs/personRefs",
          "description": "Who reviewed the release."
        },
        "reviewedAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When the review was done."
        },
        "corrects": {
          "$ref": "common.schema.json#/$defs/reviewRef",
          "description": "Only in a correction: the earlier record that this one corrects. The earlier record stays in the tree as it is."
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false,
      "if": { "required": ["issuesFound"], "properties": { "issuesFound": { "const": true } } },
      "then": { "required": ["issues"], "properties": { "issues": { "minItems": 1 } } }
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "Project",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Project",
  "description": "Where the documents of a repository live, and how strictly they are checked. One file, `imprimatur.yaml`, at the root.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "Project"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": ["documents"],
      "properties": {
        "documents": {
          "description": "Globs of the files that hold documents.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/glob" },
          "examples": [["imprimatur.yaml", "governance/**/*.yaml", "systems/*/records/**/*.yaml"]]
        },
        "rules": {
          "description": "Settings of rules, each with a reason. A rule about pull requests or release tags whose severity is error can be raised here, never lowered.",
          "type": "array",
          "items": {
            "description": "Setting of one rule.",
            "type": "object",
            "required": ["id", "severity", "reason"],
            "properties": {
              "id": {
                "description": "Id or name of the rule.",
                "type": "string",
                "pattern": "^([A-Z]{3}-[0-9]{3}|[a-z][a-z0-9]*(-[a-z0-9]+)+)$",
                "examples": ["RBK-008", "rollback-trigger-without-criteria"]
              },
              "severity": {
                "description": "What a finding of the rule is from now on.",
                "type": "string",
                "enum": ["error", "warning", "note", "waived"],
                "enumDescriptions": [
                  "It refuses.",
                  "It is shown and refuses nothing.",
                  "It only informs.",
                  "It refuses nothing, and stays visible as waived, with the reason."
                ]
              },
              "paths": {
                "description": "Globs of the files that the setting is for. Without it: all files.",
                "type": "array",
                "minItems": 1,
                "uniqueItems": true,
                "items": { "$ref": "common.schema.json#/$defs/glob" },
                "examples": [["governance/plans/**"]]
              },
              "reason": {
                "$ref": "common.schema.json#/$defs/text",
                "description": "Why this project departs from the default.",
                "examples": ["The checklist is printed on one sheet."]
              },
              "until": {
                "description": "Last day on which `waived` holds, in UTC. After it the finding counts again, and rule WVR-003 says so.",
                "type": "string",
                "format": "date",
                "examples": ["2026-12-31"]
              }
            },
            "additionalProperties": false
          },
          "examples": [
            [
              {
                "id": "RBK-008",
                "severity": "warning",
                "reason": "Criteria are being written until the end of March."
              }
            ]
          ]
        },
        "baseline": {
          "$ref": "common.schema.json#/$defs/path",
          "description": "File of the findings that were known when the project began to check: they are shown and refuse nothing. `imprimatur check --write-baseline FILE` writes it.",
          "examples": [".imprimatur-baseline.json"]
        },
        "schemas": {
          "description": "An organisation's own JSON Schemas, applied on top of the built-in ones.",
          "type": "array",
          "items": {
            "description": "Overlay for one kind.",
            "type": "object",
            "required": ["kind", "overlay"],
            "properties": {
              "kind": {
                "description": "The kind that the overlay is for.",
                "type": "string",
                "enum": [
                  "Project",
                  "AISystem",
                  "DeploymentPlan",
                  "TrustRoot",
                  "MaterialityPolicy",
                  "ReleasePackage",
                  "GateEvidence",
                  "ReleaseDecision",
                  "RolloutRecord",
                  "RollbackRecord",
                  "MonitoringRecord",
                  "PostDeploymentReview",
                  "Exception",
                  "RiskAcceptance",
                  "ThirdPartyNotice"
                ],
                "enumDescriptions": [
                  "Where the documents of the repository live.",
                  "What a system is for, and how risky it is.",
                  "How systems are released, watched and taken back.",
                  "People, keys and roles.",
                  "How much a change matters.",
                  "What ships of a system.",
                  "A run of a gate.",
                  "A decision other than a plain approval.",
                  "How a release was rolled out.",
                  "A rollback, practised or done.",
                  "What was observed in a period.",
                  "The close-out of a release.",
                  "A gate that is waived for a time.",
                  "A known risk that ships.",
                  "A provider's change."
                ]
              },
              "overlay": {
                "$ref": "common.schema.json#/$defs/path",
                "description": "The JSON Schema in the repository: draft 2020-12, unless its `$schema` names an older one.",
                "examples": ["governance/schemas/gate-evidence.json"]
              }
            },
            "additionalProperties": false
          },
          "examples": [[{ "kind": "GateEvidence", "overlay": "governance/schemas/gate-evidence.json" }]]
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "ReleaseDecision",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Release decision",
  "description": "A decision about one release, other than a plain approval. Decisions that loosen something count only with a signed statement of the person named.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "ReleaseDecision"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": ["release", "packageDigest", "decision", "by", "role", "at", "rationale"],
      "properties": {
        "release": {
          "$ref": "common.schema.json#/$defs/releaseRef",
          "description": "Release that the decision is about."
        },
        "packageDigest": {
          "$ref": "common.schema.json#/$defs/digestSet",
          "description": "Digest of that release package, as `imprimatur approve` prints it."
        },
        "decision": {
          "description": "What was decided.",
          "type": "string",
          "enum": ["approve-with-conditions", "reject", "halt", "resume", "withdraw", "retire"],
          "enumDescriptions": [
            "It may ship if the conditions are met.",
            "It may not ship.",
            "Exposure stays where it is.",
            "Exposure may go on.",
            "It is no longer approved; take it out of service.",
            "It goes out of service at the end of its life."
          ]
        },
        "by": {
          "$ref": "common.schema.json#/$defs/personRef",
          "description": "Who decided."
        },
        "role": {
          "$ref": "common.schema.json#/$defs/roleName",
          "description": "Role in which that person decided."
        },
        "at": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When it was decided, as that person claims."
        },
        "rationale": {
          "$ref": "common.schema.json#/$defs/text",
          "description": "Why it was decided so.",
          "examples": ["It refunded delivery costs twice."]
        },
        "conditions": {
          "description": "What has to be met, and by when. Required, with at least one entry, for `approve-with-conditions`.",
          "type": "array",
          "items": { "$ref": "common.schema.json#/$defs/actionItem" }
        },
        "rollbackTargetAllowed": {
          "description": "Whether a rollback may still go to this release. Required for `withdraw` and `retire`.",
          "type": "boolean",
          "examples": [false]
        },
        "corrects": {
          "$ref": "common.schema.json#/$defs/decisionRef",
          "description": "Only in a correction: the earlier record that this one corrects. The earlier record stays in the tree as it is."
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false,
      "allOf": [
        {
          "if": {
            "required": ["decision"],
            "properties": { "decision": { "const": "approve-with-conditions" } }
          },
          "then": { "required": ["conditions"], "properties": { "conditions": { "minItems": 1 } } }
        },
        {
          "if": { "required": ["decision"], "properties": { "decision": { "enum": ["withdraw", "retire"] } } },
          "then": { "required": ["rollbackTargetAllowed"] }
        }
      ]
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "ReleasePackage",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Release package",
  "description": "What ships of one system at one version. One file that evolves: its versions are git history and release tags. No field is filled in after review.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "ReleasePackage"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": ["system", "version", "plan", "previous", "change", "components", "rollback", "knownIssues"],
      "properties": {
        "system": {
          "$ref": "common.schema.json#/$defs/systemRef",
          "description": "The system that is released."
        },
        "version": {
          "$ref": "common.schema.json#/$defs/semver",
          "description": "Version of the release."
        },
        "plan": {
          "description": "The deployment plan that the release follows.",
          "type": "object",
          "required": ["name", "version"],
          "properties": {
            "name": {
              "$ref": "common.schema.json#/$defs/name",
              "description": "Bare name of the DeploymentPlan.",
              "examples": ["customer-ai"]
            },
            "version": {
              "$ref": "common.schema.json#/$defs/documentVersion",
              "description": "Version of the plan.",
              "examples": [4]
            }
          },
          "additionalProperties": false
        },
        "previous": {
          "description": "Version of the release before, or `none` for the first.",
          "type": "string",
          "pattern": "^(none|(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?)$",
          "examples": ["1.0.0", "none"]
        },
        "change": {
          "description": "What changes, and why.",
          "type": "object",
          "required": ["type", "summary", "reason", "aiSystem", "class"],
          "properties": {
            "ticket": {
              "description": "Id of the change ticket, as the AI system's `ticketing.pattern` has it (rule PKG-012).",
              "type": "string",
              "examples": ["AICHG-412"]
            },
            "type": {
              "description": "How urgent the change is.",
              "type": "string",
              "enum": ["standard", "normal", "emergency"],
              "enumDescriptions": [
                "Repeated, agreed beforehand.",
                "It goes through all gates.",
                "It goes first and makes up for its gates afterwards, with an Exception."
              ]
            },
            "summary": {
              "$ref": "common.schema.json#/$defs/text",
              "description": "What changes, in a sentence.",
              "examples": ["Refunds up to 100 euros, and the help centre of August."]
            },
            "reason": {
              "$ref": "common.schema.json#/$defs/text",
              "description": "Why it changes.",
              "examples": ["Nine in ten refunds below that sum were waved through anyway."]
            },
            "aiSystem": {
              "description": "Whether the change touches the behaviour of the AI system.",
              "type": "boolean",
              "examples": [true]
            },
            "class": {
              "$ref": "common.schema.json#/$defs/changeClassOrInitial",
              "description": "Class that the author gives the change. The tool computes its own and refuses a lower one."
            },
            "predetermined": {
              "$ref": "common.schema.json#/$defs/name",
              "description": "Id of the policy's predetermined change that this one is made under.",
              "examples": ["nightly-index"]
            }
          },
          "additionalProperties": false
        },
        "components": {
          "description": "What ships. Every category of the plan's `deploymentUnit` has an entry, or `notApplicable` with the reason (rule PKG-001).",
          "type": "object",
          "properties": {
            "model": {
              "description": "The model, or a list of models with their roles, or `notApplicable` with the reason.",
              "type": ["object", "array"],
              "if": { "type": "array" },
              "then": { "items": { "allOf": [{ "$ref": "#/$defs/model" }, { "required": ["role"] }] } },
              "else": {
                "if": { "required": ["notApplicable"] },
                "then": { "$ref": "common.schema.json#/$defs/notApplicable" },
                "else": { "$ref": "#/$defs/model" }
              },
              "examples": [
                {
                  "id": "chat-large-2026-05-01",
                  "source": { "kind": "hosted", "thirdParty": "chat-model" },
                  "revision": "2026-05-01"
                }
              ]
            },
            "prompts": {
              "description": "Instructions and templates. A list, or `notApplicable` with the reason.",
              "type": ["array", "object"],
              "required": ["notApplicable"],
              "properties": {
                "notApplicable": {
                  "$ref": "common.schema.json#/$defs/text",
                  "description": "Why the release has nothing of this category.",
                  "examples": ["The model is called with the text of the request alone."]
                }
              },
              "additionalProperties": false,
              "items": {
                "description": "One prompt.",
                "type": "object",
                "required": ["id", "path"],
                "properties": {
                  "id": {
                    "$ref": "common.schema.json#/$defs/itemId",
                    "description": "Id of the prompt.",
                    "examples": ["system"]
                  },
                  "path": {
                    "$ref": "common.schema.json#/$defs/path",
                    "description": "The prompt: a file, a folder or a glob, from the root of the repository."
                  },
                  "role": {
                    "description": "What the prompt is used for.",
                    "type": "string",
                    "minLength": 1,
                    "examples": ["system"]
                  },
                  "format": {
                    "description": "Format of the file, where its name does not tell.",
                    "type": "string",
                    "minLength": 1,
                    "examples": ["dotprompt", "prompty", "promptfoo", "langchain", "text"]
                  }
                },
                "additionalProperties": false
              }
            },
            "guardrails": {
              "description": "Filters and refusal rules. A list, or `notApplicable` with the reason.",
              "type": ["array", "object"],
              "required": ["notApplicable"],
              "properties": {
                "notApplicable": {
                  "$ref": "common.schema.json#/$defs/text",
                  "description": "Why the release has nothing of this category.",
                  "examples": ["It sorts mail inside the company and writes no text."]
                }
              },
              "additionalProperties": false,
              "items": {
                "description": "One guardrail.",
                "type": "object",
                "required": ["id", "path", "stage"],
                "properties": {
                  "id": {
                    "$ref": "common.schema.json#/$defs/itemId",
                    "description": "Id of the guardrail.",
                    "examples": ["output"]
                  },
                  "path": {
                    "$ref": "common.schema.json#/$defs/path",
                    "description": "The guardrail: a file, a folder or a glob, from the root of the repository.",
                    "examples": ["systems/support-assistant/guardrails/output.yaml"]
                  },
                  "stage": {
                    "description": "What the guardrail looks at.",
                    "type": "string",
                    "enum": ["input", "output", "dialog", "retrieval", "tool"],
                    "enumDescriptions": [
                      "What users send.",
                      "What users get.",
                      "The course of a conversation.",
                      "What is retrieved.",
                      "Calls of tools and their results."
                    ]
                  },
                  "engine": {
                    "description": "What enforces the guardrail.",
                    "type": "string",
                    "minLength": 1,
                    "examples": ["litellm", "nemo-guardrails", "bedrock", "guardrails-ai", "llama-guard"]
                  }
                },
                "additionalProperties": false
              }
            },
            "retrieval": {
              "description": "Indexes, their content and embeddings. A list, or `notApplicable` with the reason.",
              "type": ["array", "object"],
              "required": ["notApplicable"],
              "properties": {
                "notApplicable": {
                  "$ref": "common.schema.json#/$defs/text",
                  "description": "Why the release has nothing of this category.",
                  "examples": ["It answers from the request alone."]
                }
              },
              "additionalProperties": false,
              "items": {
                "description": "One index. It names index, snapshot and the embedding's version (rule PKG-010).",
                "type": "object",
                "required": ["id"],
                "properties": {
                  "id": {
                    "$ref": "common.schema.json#/$defs/itemId",
                    "description": "Id of the index in this package.",
                    "examples": ["kb"]
                  },
                  "index": {
                    "description": "Name of the index that is queried.",
                    "type": "string",
                    "minLength": 1,
                    "examples": ["help-centre-2026-08-20"]
                  },
                  "snapshot": {
                    "description": "The content that the index was built from: `path` or `uri`.",
                    "type": "object",
                    "properties": {
                      "path": {
                        "$ref": "common.schema.json#/$defs/path",
                        "description": "The content, or a pointer to it (`.dvc`, Git LFS), in the repository.",
                        "examples": ["systems/support-assistant/retrieval/help-centre.dvc"]
                      },
                      "uri": {
                        "$ref": "common.schema.json#/$defs/uri",
                        "description": "The content outside the repository.",
                        "examples": ["s3://knowledge/terms/2026-07"]
                      },
                      "digest": {
                        "$ref": "common.schema.json#/$defs/digestSet",
                        "description": "Digest of the content."
                      }
                    },
                    "additionalProperties": false,
                    "oneOf": [{ "required": ["path"] }, { "required": ["uri"] }]
                  },
                  "embedding": {
                    "description": "The model that turns text into vectors.",
                    "type": "object",
                    "required": ["model"],
                    "properties": {
                      "model": {
                        "description": "Id of the embedding model.",
                        "type": "string",
                        "minLength": 1,
                        "examples": ["BAAI/bge-m3"]
                      },
                      "version": {
                        "$ref": "common.schema.json#/$defs/toolVersion",
                        "description": "Version or revision of the embedding model (rule PKG-010).",
                        "examples": ["5617a9f61b028005a4858fdac845db406aefb181"]
                      },
                      "dimensions": {
                        "description": "Length of a vector.",
                        "type": "integer",
                        "minimum": 1,
                        "examples": [1024]
                      }
                    },
                    "additionalProperties": false
                  },
                  "chunking": {
                    "description": "How content is cut into pieces.",
                    "type": "object",
                    "minProperties": 1,
                    "properties": {
                      "strategy": {
                        "description": "How the cuts are found.",
                        "type": "string",
                        "minLength": 1,
                        "examples": ["headings", "fixed"]
                      },
                      "size": {
                        "description": "Size of a piece, in tokens.",
                        "type": "integer",
                        "minimum": 1,
                        "examples": [400]
                      },
                      "overlap": {
                        "description": "How much two pieces overlap, in tokens.",
                        "type": "integer",
                        "minimum": 0,
                        "examples": [40]
                      }
                    },
                    "additionalProperties": false
                  },
                  "topK": {
                    "description": "How many pieces are retrieved.",
                    "type": "integer",
                    "minimum": 1,
                    "examples": [6]
                  }
                },
                "additionalProperties": false
              }
            },
            "inference": {
              "description": "Run-time settings: a `path` to a file, or the settings themselves, or `notApplicable` with the reason. A setting that is not listed here belongs into a file.",
              "type": "object",
              "minProperties": 1,
              "properties": {
                "path": {
                  "$ref": "common.schema.json#/$defs/path",
                  "description": "File with the settings. Stands alone.",
                  "examples": ["systems/support-assistant/inference.yaml"]
                },
                "notApplicable": {
                  "$ref": "common.schema.json#/$defs/text",
                  "description": "Why there are no settings. Stands alone.",
                  "examples": ["The provider offers no settings."]
                },
                "temperature": {
                  "description": "Sampling temperature: 0 is the least varied.",
                  "type": "number",
                  "minimum": 0,
                  "examples": [0.2]
                },
                "topP": {
                  "description": "Nucleus sampling: share of probability that is kept.",
                  "type": "number",
                  "minimum": 0,
                  "maximum": 1,
                  "examples": [0.9]
                },
                "topK": {
                  "description": "How many of the likeliest tokens are kept.",
                  "type": "integer",
                  "minimum": 1,
                  "examples": [40]
                },
                "minP": {
                  "description": "Least probability of a token, relative to the likeliest.",
                  "type": "number",
                  "minimum": 0,
                  "maximum": 1,
                  "examples": [0.05]
                },
                "maxTokens": {
                  "description": "Longest output, in tokens.",
                  "type": "integer",
                  "minimum": 1,
                  "examples": [700]
                },
                "seed": {
                  "description": "Seed of the sampler.",
                  "type": "integer",
                  "examples": [11]
                },
                "stop": {
                  "description": "Text, or texts, at which output ends.",
                  "type": ["string", "array"],
                  "items": {
                    "description": "Text at which output ends.",
                    "type": "string"
                  },
                  "examples": ["</answer>", ["</answer>", "</reply>"]]
                },
                "frequencyPenalty": {
                  "description": "Penalty on repeated tokens, by how often they occurred.",
                  "type": "number",
                  "examples": [0.2]
                },
                "presencePenalty": {
                  "description": "Penalty on tokens that occurred at all.",
                  "type": "number",
                  "examples": [-0.2]
                },
                "repetitionPenalty": {
                  "description": "Factor on tokens that occurred; 1 changes nothing.",
                  "type": "number",
                  "minimum": 0,
                  "examples": [1.05]
                },
                "reasoningEffort": {
                  "description": "How much the model reasons before it answers, in the provider's words or tokens.",
                  "type": ["string", "integer"],
                  "examples": ["low", 2048]
                },
                "responseFormat": {
                  "description": "Demand on the output's form, in the provider's words or structure.",
                  "type": ["string", "object"],
                  "examples": ["json", { "type": "json_object" }]
                },
                "toolChoice": {
                  "description": "Which tools the model may or must call, in the provider's words or structure.",
                  "type": ["string", "object"],
                  "examples": ["auto"]
                },
                "parallelToolCalls": {
                  "description": "Whether the model may call several tools at once.",
                  "type": "boolean",
                  "examples": [false]
                },
                "safetySettings": {
                  "description": "The provider's safety settings, in its own structure.",
                  "type": ["object", "array"],
                  "examples": [[{ "category": "harassment", "threshold": "BLOCK_LOW_AND_ABOVE" }]]
                },
                "timeout": {
                  "$ref": "common.schema.json#/$defs/duration",
                  "description": "Longest time for one answer.",
                  "examples": ["1m"]
                }
              },
              "additionalProperties": false,
              "allOf": [
                { "if": { "required": ["path"] }, "then": { "maxProperties": 1 } },
                { "if": { "required": ["notApplicable"] }, "then": { "maxProperties": 1 } }
              ]
            },
            "routing": {
              "description": "Which request goes to which model: a `path`, or `notApplicable` with the reason.",
              "type": "object",
              "minProperties": 1,
              "maxProperties": 1,
              "properties": {
                "path": {
                  "$ref": "common.schema.json#/$defs/path",
                  "description": "File or folder with the routing rules.",
                  "examples": ["systems/support-assistant/routing.yaml"]
                },
                "notApplicable": {
                  "$ref": "common.schema.json#/$defs/text",
                  "description": "Why nothing is routed.",
                  "examples": ["One model behind one endpoint; there is nothing to route."]
                }
              },
              "additionalProperties": false
            },
            "tools": {
              "description": "What the system may call. A list, or `notApplicable` with the reason.",
              "type": ["array", "object"],
              "required": ["notApplicable"],
              "properties": {
                "notApplicable": {
                  "$ref": "common.schema.json#/$defs/text",
                  "description": "Why the release has nothing of this category.",
                  "examples": ["It calls nothing."]
                }
              },
              "additionalProperties": false,
              "items": {
                "description": "One tool, or one server of tools.",
                "type": "object",
                "required": ["id", "path"],
                "properties": {
                  "id": {
                    "$ref": "common.schema.json#/$defs/itemId",
                    "description": "Id of the tool.",
                    "examples": ["start-refund"]
                  },
                  "path": {
                    "$ref": "common.schema.json#/$defs/path",
                    "description": "Definition of the tool: a file, a folder or a glob, from the root of the repository.",
                    "examples": ["systems/support-assistant/tools/start-refund.json"]
                  },
                  "permissions": {
                    "description": "What the tool may do.",
                    "type": "array",
                    "uniqueItems": true,
                    "items": { "$ref": "common.schema.json#/$defs/text" },
                    "examples": [["orders:read"]]
                  }
                },
                "additionalProperties": false
              }
            },
            "experience": {
              "description": "What users see, disclosure included. A list, or `notApplicable` with the reason.",
              "type": ["array", "object"],
              "required": ["notApplicable"],
              "properties": {
                "notApplicable": {
                  "$ref": "common.schema.json#/$defs/text",
                  "description": "Why the release has nothing of this category.",
                  "examples": ["Users see no text of ours."]
                }
              },
              "additionalProperties": false,
              "items": {
                "description": "One text or screen.",
                "type": "object",
                "required": ["id", "path"],
                "properties": {
                  "id": {
                    "$ref": "common.schema.json#/$defs/itemId",
                    "description": "Id of the text or screen.",
                    "examples": ["disclosure"]
                  },
                  "path": {
                    "$ref": "common.schema.json#/$defs/path",
                    "description": "The text or screen: a file, a folder or a glob, from the root of the repository.",
                    "examples": ["systems/support-assistant/experience/disclosure.md"]
                  }
                },
                "additionalProperties": false
              }
            }
          },
          "additionalProperties": false
        },
        "rollback": {
          "description": "What a rollback of this release goes back to.",
          "type": "object",
          "properties": {
            "target": {
              "$ref": "common.schema.json#/$defs/rollbackTarget",
              "description": "The target (rule RBK-001). `previous-release` needs a previous release."
            }
          },
          "additionalProperties": false
        },
        "rollout": {
          "description": "Narrows the plan's rollout for this release: never wider, never faster.",
          "type": "object",
          "properties": {
            "strategy": { "$ref": "common.schema.json#/$defs/rolloutStrategy" },
            "freezeWindows": {
              "description": "Further times in which no rollout may start or go on.",
              "type": "array",
              "items": { "$ref": "common.schema.json#/$defs/freezeWindow" }
            },
            "steps": {
              "description": "Steps in place of the plan's.",
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "common.schema.json#/$defs/rolloutStep" }
            }
          },
          "additionalProperties": false
        },
        "knownIssues": {
          "description": "Problems that are known and ship. May be empty. Each is mitigated or accepted (rule RSK-004).",
          "type": "array",
          "items": {
            "description": "One problem.",
            "type": "object",
            "required": ["id", "text"],
            "properties": {
              "id": {
                "$ref": "common.schema.json#/$defs/itemId",
                "description": "Id of the problem. A RiskAcceptance whose `risk.id` is the same covers it.",
                "examples": ["KI-31"]
              },
              "text": {
                "$ref": "common.schema.json#/$defs/text",
                "description": "What the problem is.",
                "examples": ["Refunds of orders paid with two vouchers are handed over."]
              },
              "mitigation": {
                "$ref": "common.schema.json#/$defs/text",
                "description": "What is done about it.",
                "examples": ["A colleague starts them, as before."]
              }
            },
            "additionalProperties": false
          }
        },
        "impactAssessment": {
          "$ref": "common.schema.json#/$defs/artifact",
          "description": "Impact assessment of this release. Needed when the system's purpose changed (rule MAT-003). `path` inside the repository, or `uri` and `digest` outside it."
        },
        "disclosure": {
          "description": "What users are told about the change, and about dealing with an AI system.",
          "type": "string",
          "minLength": 1,
          "examples": ["The chat says that an AI system may start refunds, and how to reach a colleague."]
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false,
      "if": { "required": ["previous"], "properties": { "previous": { "const": "none" } } },
      "then": {
        "properties": {
          "rollback": {
            "properties": {
              "target": {
                "properties": { "kind": { "enum": ["alternate-endpoint", "disable-flag", "safe-mode"] } }
              }
            }
          }
        }
      }
    }
  },
  "additionalProperties": false,
  "$defs": {
    "model": {
      "description": "One model.",
      "type": "object",
      "required": ["id", "source"],
      "properties": {
        "id": {
          "description": "Id of the model, as its provider writes it.",
          "type": "string",
          "minLength": 1,
          "examples": ["chat-large-2026-05-01", "org/open-7b"]
        },
        "role": {
          "description": "What the model is used for. Required in a list.",
          "type": "string",
          "minLength": 1,
          "examples": ["answers"]
        },
        "source": {
          "description": "Where the model comes from.",
          "type": "object",
          "required": ["kind"],
          "properties": {
            "kind": {
              "description": "Who runs the model.",
              "type": "string",
              "enum": ["hosted", "weights"],
              "enumDescriptions": ["Somebody else runs it.", "Its weights are run here."]
            },
            "thirdParty": {
              "$ref": "common.schema.json#/$defs/name",
              "description": "Id of the entry of the AI system's `thirdParty`; for hosted models (rule SYS-006).",
              "examples": ["chat-model"]
            },
            "uri": {
              "$ref": "common.schema.json#/$defs/uri",
              "description": "Endpoint, or place of the weights.",
              "examples": [
                "https://eu.api.models.example.org/v1",
                "s3://models/intent-small/3/model.safetensors"
              ]
            },
            "digest": {
              "$ref": "common.schema.json#/$defs/digestSet",
              "description": "Digest of the weights."
            }
          },
          "additionalProperties": false
        },
        "revision": {
          "$ref": "common.schema.json#/$defs/toolVersion",
          "description": "Dated version, commit or other immutable revision.",
          "examples": ["2026-05-01"]
        },
        "observed": {
          "description": "What the model said of itself, where the provider gives no digest.",
          "type": "object",
          "required": ["fingerprint", "at"],
          "properties": {
            "fingerprint": {
              "description": "Fingerprint that the endpoint reported.",
              "type": "string",
              "minLength": 1,
              "examples": ["fp_9c1e4417"]
            },
            "at": {
              "$ref": "common.schema.json#/$defs/timestamp",
              "description": "When the fingerprint was read."
            }
          },
          "additionalProperties": false
        }
      },
      "additionalProperties": false
    }
  }
}

"""###
        ),
        (
            "RiskAcceptance",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Risk acceptance",
  "description": "A known risk that ships, accepted for a limited time. Counts only with a signed statement of each approver.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "RiskAcceptance"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": ["risk", "appliesTo", "rationale", "approvedBy", "role", "acceptedAt", "expiresAt"],
      "properties": {
        "risk": {
          "description": "What may happen, and how bad it would be.",
          "type": "object",
          "required": ["id", "statement", "likelihood", "impact", "residual"],
          "properties": {
            "id": {
              "$ref": "common.schema.json#/$defs/itemId",
              "description": "Id of the risk; of the known issue, where the release package lists it as one.",
              "examples": ["KI-31"]
            },
            "statement": {
              "$ref": "common.schema.json#/$defs/text",
              "description": "What may happen, and to whom.",
              "examples": ["A customer who writes Spanish does not find the article that an answer names."]
            },
            "likelihood": {
              "$ref": "#/$defs/rating",
              "description": "How likely it is, on the organisation's own scale."
            },
            "impact": {
              "$ref": "#/$defs/rating",
              "description": "How bad it would be, on the organisation's own scale."
            },
            "residual": {
              "description": "Risk that remains with its mitigations in place.",
              "type": "string",
              "enum": ["low", "medium", "high", "critical"],
              "enumDescriptions": [
                "Hardly worth a look.",
                "Worth watching.",
                "It needs senior acceptance.",
                "It should not ship without the strongest reasons."
              ]
            }
          },
          "additionalProperties": false
        },
        "appliesTo": {
          "description": "What the risk is accepted for.",
          "type": "object",
          "required": ["release", "packageDigest"],
          "properties": {
            "release": {
              "$ref": "common.schema.json#/$defs/releaseRef",
              "description": "Release that the risk is accepted for."
            },
            "packageDigest": {
              "$ref": "common.schema.json#/$defs/digestSet",
              "description": "Digest of that release package, as `imprimatur approve` prints it."
            }
          },
          "additionalProperties": false
        },
        "rationale": {
          "description": "Why the risk is accepted. Not empty, not a commonplace (rule RSK-001).",
          "type": "string",
          "examples": ["The link under the answer opens the Spanish article; a wrong title costs a click."]
        },
        "approvedBy": {
          "$ref": "common.schema.json#/$defs/personRefs",
          "description": "Who accepts the risk."
        },
        "role": {
          "$ref": "common.schema.json#/$defs/roleName",
          "description": "Role in which they accept it."
        },
        "acceptedAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When they accept it, as they claim."
        },
        "expiresAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When the acceptance ends.",
          "examples": ["2026-11-30T00:00:00+01:00"]
        },
        "watchedBy": {
          "description": "Ids of the plan's signals that would show the risk. At least one (rule RSK-006).",
          "type": "array",
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/name" },
          "examples": [["complaints"]]
        },
        "conditions": {
          "description": "What the acceptance depends on.",
          "type": "array",
          "items": { "$ref": "common.schema.json#/$defs/text" },
          "examples": [["Titles are translated with the next index."]]
        },
        "corrects": {
          "$ref": "common.schema.json#/$defs/riskRef",
          "description": "Only in a correction: the earlier record that this one corrects. The earlier record stays in the tree as it is."
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false
    }
  },
  "additionalProperties": false,
  "$defs": {
    "rating": {
      "description": "A step of a scale: a word or a whole number.",
      "type": ["string", "integer"],
      "minLength": 1,
      "examples": ["unlikely", 3]
    }
  }
}

"""###
        ),
        (
            "RollbackRecord",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Rollback record",
  "description": "A rollback: practised, checked for feasibility, or done.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "RollbackRecord"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": [
        "type",
        "from",
        "to",
        "environment",
        "trigger",
        "authorisedBy",
        "startedAt",
        "endedAt",
        "timeToRestore",
        "components",
        "result"
      ],
      "properties": {
        "type": {
          "description": "Whether it was done or practised.",
          "type": "string",
          "enum": ["drill", "feasibility-check", "actual"],
          "enumDescriptions": [
            "Practised.",
            "Confirmed, before a release, that going back is possible.",
            "Done."
          ]
        },
        "from": {
          "$ref": "common.schema.json#/$defs/releaseRef",
          "description": "Release that is left."
        },
        "to": {
          "description": "What was gone back to: a release, or a target of another kind.",
          "type": ["string", "object"],
          "if": { "type": "string" },
          "then": { "$ref": "common.schema.json#/$defs/releaseRef" },
          "else": { "$ref": "common.schema.json#/$defs/rollbackTarget" },
          "examples": ["release:support-assistant@1.0.0", { "kind": "safe-mode" }]
        },
        "environment": {
          "$ref": "common.schema.json#/$defs/name",
          "description": "Name of an environment of the AI system.",
          "examples": ["production"]
        },
        "trigger": {
          "description": "Id of the plan's trigger, or what else led to it.",
          "type": "string",
          "minLength": 1,
          "examples": ["violating-answers", "quarterly drill"]
        },
        "authorisedBy": {
          "$ref": "common.schema.json#/$defs/personRef",
          "description": "Who ordered the rollback."
        },
        "startedAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When the rollback began."
        },
        "endedAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When the rollback ended."
        },
        "timeToRestore": {
          "$ref": "common.schema.json#/$defs/duration",
          "description": "Time from the decision until the target was restored, rounded up to a minute. For a feasibility check: the time expected.",
          "examples": ["12m"]
        },
        "components": {
          "description": "What was reverted.",
          "type": "array",
          "minItems": 1,
          "items": {
            "description": "One category.",
            "type": "object",
            "required": ["category", "reverted"],
            "properties": {
              "category": { "$ref": "common.schema.json#/$defs/componentCategory" },
              "reverted": {
                "description": "Whether the category was reverted, or for a feasibility check can be.",
                "type": "boolean",
                "examples": [true]
              },
              "verifiedBy": {
                "$ref": "common.schema.json#/$defs/personRef",
                "description": "Who verified that."
              }
            },
            "additionalProperties": false
          },
          "examples": [[{ "category": "prompts", "reverted": true, "verifiedBy": "person:maya" }]]
        },
        "dataRemediation": {
          "$ref": "common.schema.json#/$defs/dataRemediation",
          "description": "What was done about records and decisions that came from the release. Needed when the system writes records."
        },
        "result": {
          "description": "How the rollback ended.",
          "type": "string",
          "enum": ["successful", "partial", "failed"],
          "enumDescriptions": ["Restored, or for a feasibility check possible.", "In parts.", "Not restored."]
        },
        "communications": {
          "description": "Messages that went out.",
          "type": "array",
          "items": { "$ref": "common.schema.json#/$defs/communication" }
        },
        "incident": {
          "$ref": "common.schema.json#/$defs/incident",
          "description": "The incident that led to it. Required for the type `actual`."
        },
        "corrects": {
          "$ref": "common.schema.json#/$defs/rollbackRef",
          "description": "Only in a correction: the earlier record that this one corrects. The earlier record stays in the tree as it is."
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false,
      "if": { "required": ["type"], "properties": { "type": { "const": "actual" } } },
      "then": { "required": ["incident"] }
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "RolloutRecord",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Rollout record",
  "description": "How one release was rolled out in one environment, step by step.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "RolloutRecord"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": ["release", "environment", "strategy", "steps", "outcome"],
      "properties": {
        "release": {
          "$ref": "common.schema.json#/$defs/releaseRef",
          "description": "Release that was rolled out."
        },
        "environment": {
          "$ref": "common.schema.json#/$defs/name",
          "description": "Name of an environment of the AI system.",
          "examples": ["production"]
        },
        "strategy": { "$ref": "common.schema.json#/$defs/rolloutStrategy" },
        "steps": {
          "description": "Steps, in the order in which they happened.",
          "type": "array",
          "minItems": 1,
          "items": {
            "description": "One step.",
            "type": "object",
            "required": ["planStep", "exposure", "from"],
            "properties": {
              "planStep": {
                "$ref": "common.schema.json#/$defs/name",
                "description": "Id of the plan's step.",
                "examples": ["canary"]
              },
              "exposure": {
                "$ref": "common.schema.json#/$defs/exposure",
                "description": "How far the release was exposed."
              },
              "from": {
                "$ref": "common.schema.json#/$defs/timestamp",
                "description": "When the step began."
              },
              "to": {
                "$ref": "common.schema.json#/$defs/timestamp",
                "description": "When the step ended. Absent while it lasts."
              },
              "health": {
                "description": "What the health criteria showed.",
                "type": "array",
                "items": {
                  "description": "One criterion.",
                  "type": "object",
                  "required": ["signal", "verdict"],
                  "properties": {
                    "signal": {
                      "$ref": "common.schema.json#/$defs/name",
                      "description": "Id of the plan's signal.",
                      "examples": ["policy-violation-rate"]
                    },
                    "value": {
                      "$ref": "common.schema.json#/$defs/decimal",
                      "description": "The value, in the unit of the signal. May be absent when inconclusive."
                    },
                    "n": { "$ref": "common.schema.json#/$defs/sampleSize" },
                    "verdict": {
                      "description": "Whether the criterion held.",
                      "type": "string",
                      "enum": ["pass", "fail", "inconclusive"],
                      "enumDescriptions": ["It held.", "It did not.", "Too few samples to say."]
                    }
                  },
                  "additionalProperties": false
                }
              },
              "decision": {
                "description": "What was decided at the end of the step.",
                "type": "object",
                "required": ["action", "by", "at"],
                "properties": {
                  "action": {
                    "description": "What was decided.",
                    "type": "string",
                    "enum": ["proceed", "halt", "resume", "rollback"],
                    "enumDescriptions": [
                      "On to the next step.",
                      "Exposure stays where it is.",
                      "On after a halt.",
                      "The release is taken back."
                    ]
                  },
                  "by": {
                    "$ref": "common.schema.json#/$defs/personRef",
                    "description": "Who decided."
                  },
                  "at": {
                    "$ref": "common.schema.json#/$defs/timestamp",
                    "description": "When it was decided."
                  },
                  "reason": {
                    "$ref": "common.schema.json#/$defs/text",
                    "description": "Why it was decided so.",
                    "examples": ["No violation in 140 conversations."]
                  }
                },
                "additionalProperties": false
              },
              "observed": {
                "description": "What was seen to run.",
                "type": "object",
                "required": ["packageDigest", "by", "at"],
                "properties": {
                  "packageDigest": {
                    "$ref": "common.schema.json#/$defs/digestSet",
                    "description": "Digest that the environment reported."
                  },
                  "by": {
                    "description": "Who or what read it: a person, or the name of a probe.",
                    "type": "string",
                    "minLength": 1,
                    "examples": ["person:ivo", "version probe of the gateway"]
                  },
                  "at": {
                    "$ref": "common.schema.json#/$defs/timestamp",
                    "description": "When it was read."
                  }
                },
                "additionalProperties": false
              }
            },
            "additionalProperties": false
          }
        },
        "outcome": {
          "description": "How far the rollout came.",
          "type": "string",
          "enum": ["completed", "halted", "rolled-back", "in-progress"],
          "enumDescriptions": [
            "The last step was reached.",
            "It stays where it is.",
            "The release was taken back.",
            "Steps are still to come."
          ]
        },
        "deviations": {
          "description": "What was done in another way than the plan says.",
          "type": "array",
          "items": { "$ref": "common.schema.json#/$defs/deviation" }
        },
        "communications": {
          "description": "Messages that went out.",
          "type": "array",
          "items": { "$ref": "common.schema.json#/$defs/communication" }
        },
        "incident": {
          "$ref": "common.schema.json#/$defs/incident",
          "description": "The incident that happened during the rollout, if one did."
        },
        "corrects": {
          "$ref": "common.schema.json#/$defs/rolloutRef",
          "description": "Only in a correction: the earlier record that this one corrects. The earlier record stays in the tree as it is."
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "ThirdPartyNotice",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Third-party notice",
  "description": "A change that a provider announced or that somebody noticed, and what it means here.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "ThirdPartyNotice"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": [
        "provider",
        "component",
        "learnedBy",
        "changeType",
        "receivedAt",
        "effectiveAt",
        "source",
        "affects",
        "assessBy"
      ],
      "properties": {
        "provider": {
          "description": "Who changes something.",
          "type": "string",
          "minLength": 1,
          "examples": ["Example Models Ltd"]
        },
        "component": {
          "$ref": "common.schema.json#/$defs/name",
          "description": "Id of the entry of the AI system's `thirdParty`.",
          "examples": ["chat-model"]
        },
        "learnedBy": {
          "description": "How the change became known.",
          "type": "string",
          "enum": ["notice", "changelog", "monitoring", "contract"],
          "enumDescriptions": [
            "The provider told us.",
            "We read it.",
            "We measured it.",
            "It follows from the contract."
          ]
        },
        "changeType": {
          "description": "What changes.",
          "type": "string",
          "enum": [
            "model-update",
            "alias-repoint",
            "deprecation",
            "safety-filter",
            "terms",
            "outage",
            "no-change-attestation"
          ],
          "enumDescriptions": [
            "New version or weights.",
            "A name leads somewhere else.",
            "It will be shut down.",
            "The provider's filters change.",
            "Terms or data handling change.",
            "It was down.",
            "Nothing changed, confirmed."
          ]
        },
        "receivedAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When we learned of the change."
        },
        "effectiveAt": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "When the change takes effect."
        },
        "source": {
          "description": "Where the change can be read about.",
          "type": "object",
          "required": ["uri"],
          "properties": {
            "uri": {
              "$ref": "common.schema.json#/$defs/uri",
              "description": "Address of the notice."
            },
            "archived": {
              "description": "Where a copy is kept: a path in the repository, or an address (rule TPN-006).",
              "type": "string",
              "minLength": 1,
              "examples": ["governance/notices/tpn-2026-09.pdf"]
            },
            "digest": {
              "$ref": "common.schema.json#/$defs/digestSet",
              "description": "Digest of the copy."
            }
          },
          "additionalProperties": false
        },
        "affects": {
          "description": "Systems and releases that it touches. May be empty.",
          "type": "array",
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/affectedRef" },
          "examples": [["system:support-assistant"]]
        },
        "assessBy": {
          "$ref": "common.schema.json#/$defs/timestamp",
          "description": "By when the change has to be assessed."
        },
        "impactAssessment": {
          "description": "What the change means here. Needed by `assessBy` (rule TPN-002).",
          "type": "object",
          "required": ["assessedBy", "assessedAt", "behaviourChange", "class"],
          "properties": {
            "assessedBy": {
              "$ref": "common.schema.json#/$defs/personRef",
              "description": "Who assessed the change."
            },
            "assessedAt": {
              "$ref": "common.schema.json#/$defs/timestamp",
              "description": "When it was assessed."
            },
            "behaviourChange": {
              "description": "Whether behaviour changes.",
              "type": "string",
              "enum": ["none", "possible", "confirmed"],
              "enumDescriptions": ["It stays the same.", "It may change.", "It changes, as measured."]
            },
            "class": {
              "$ref": "common.schema.json#/$defs/changeClass",
              "description": "How much the change matters."
            },
            "evidence": {
              "description": "Evaluations that the assessment rests on.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/evidenceRef" },
              "examples": [["evidence:support-assistant-1-1-1-safety-eval"]]
            },
            "decision": {
              "description": "What is done about it. Needed before the change takes effect (rule TPN-003).",
              "type": "string",
              "enum": ["accept", "pin", "switch", "disable", "release"],
              "enumDescriptions": [
                "Nothing has to be done.",
                "Stay on a fixed version.",
                "Use another component.",
                "Switch it off.",
                "Make a release of ours."
              ]
            },
            "release": {
              "$ref": "common.schema.json#/$defs/releaseRef",
              "description": "The release that was made, for the decision `release` (rule TPN-004)."
            }
          },
          "additionalProperties": false
        },
        "corrects": {
          "$ref": "common.schema.json#/$defs/noticeRef",
          "description": "Only in a correction: the earlier record that this one corrects. The earlier record stays in the tree as it is."
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false
    }
  },
  "additionalProperties": false
}

"""###
        ),
        (
            "TrustRoot",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Trust root",
  "description": "People, robots, their keys and roles, and what it takes to change any of it. Every version is kept, in `governance/trust/<version>.yaml`. Systems, environments, roles and principals are given by their bare names here.",
  "type": "object",
  "required": ["apiVersion", "kind", "metadata", "spec"],
  "properties": {
    "apiVersion": { "$ref": "common.schema.json#/$defs/apiVersion" },
    "kind": {
      "description": "The kind of this document.",
      "const": "TrustRoot"
    },
    "metadata": { "$ref": "common.schema.json#/$defs/metadata" },
    "spec": {
      "description": "What the document says. Keys that begin with `x-` are free for an organisation's own data; any other unknown key is an error.",
      "type": "object",
      "required": [
        "version",
        "protectedBranches",
        "changeThreshold",
        "roles",
        "separationOfDuties",
        "principals",
        "policies"
      ],
      "properties": {
        "version": {
          "$ref": "common.schema.json#/$defs/documentVersion",
          "description": "Version of the trust root: 1, 2, 3 …, equal to the file's name.",
          "examples": [1]
        },
        "previous": {
          "description": "The version before. Required from version 2 on; version 1 has none.",
          "type": "object",
          "required": ["version", "sha256"],
          "properties": {
            "version": {
              "$ref": "common.schema.json#/$defs/documentVersion",
              "description": "Version number, one less than this one's.",
              "examples": [1]
            },
            "sha256": {
              "$ref": "common.schema.json#/$defs/sha256",
              "description": "Digest of the version before: SHA-256 of the line `imprimatur-trust/1` and the bytes of its file, as `imprimatur trust show` prints it."
            }
          },
          "additionalProperties": false
        },
        "protectedBranches": {
          "description": "Branches on which releases are made, without `refs/heads/`.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "description": "Name of a branch.",
            "type": "string",
            "minLength": 1,
            "examples": ["main"]
          }
        },
        "approvals": {
          "description": "Switches of the approval engine.",
          "type": "object",
          "properties": {
            "requiredAt": {
              "description": "When missing approvals refuse.",
              "type": "string",
              "enum": ["merge", "release"],
              "enumDescriptions": ["In the pull request already.", "When the release is tagged."],
              "default": "release"
            },
            "releaseSignerMayApprove": {
              "description": "Whether the person who signs the release also counts as an approver.",
              "type": "boolean",
              "default": false
            },
            "allowMultiRole": {
              "description": "Whether one person may count for several roles.",
              "type": "boolean",
              "default": false
            },
            "soloAllowed": {
              "description": "Whether a system of tier low may be run by one person alone.",
              "type": "boolean",
              "default": false
            },
            "vetoRoles": {
              "description": "Roles whose rejection stops every later digest of a system until it is withdrawn.",
              "type": "array",
              "uniqueItems": true,
              "items": { "$ref": "common.schema.json#/$defs/roleName" },
              "default": [],
              "examples": [["risk-approver"]]
            },
            "attributionSince": {
              "description": "Commit from which on authorship must be provable. For repositories whose older history was never signed.",
              "type": "string",
              "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$",
              "examples": ["4f2b1c9e8d7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e"]
            },
            "forgeAttribution": {
              "description": "Whether a hosting service's signed squash commit is believed about author and co-authors. It is never an approval.",
              "type": "boolean",
              "default": false
            }
          },
          "additionalProperties": false
        },
        "releaseHeads": {
          "description": "Checkpoint: the last release of each system when this version was made. What leads up to it keeps its verdict when keys or roles change later. It never goes back. Required from version 2 on; may be empty.",
          "type": "array",
          "items": {
            "description": "Last release of one system.",
            "type": "object",
            "required": ["system", "sequence", "statement"],
            "properties": {
              "system": {
                "$ref": "common.schema.json#/$defs/name",
                "description": "Bare name of the system."
              },
              "sequence": {
                "description": "Sequence number of the release: 1, 2, 3 …",
                "type": "integer",
                "minimum": 1,
                "examples": [3]
              },
              "statement": {
                "$ref": "common.schema.json#/$defs/statementId",
                "description": "Id of the release statement."
              }
            },
            "additionalProperties": false
          }
        },
        "voidReleases": {
          "description": "Release statements that no longer count. They stay visible and free their sequence number. The list only grows.",
          "type": "array",
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/statementId" }
        },
        "changeThreshold": {
          "$ref": "common.schema.json#/$defs/roleCount",
          "description": "Whose signatures, and how many, a new version of the trust root takes, both among the holders in the version before and among those in the new one. Only people who hold the role for all systems and environments count, each once; whoever gets more roles in the new version does not count among those of the version before.",
          "examples": [{ "role": "grc-control-owner", "count": 1 }]
        },
        "roles": {
          "description": "The roles that exist.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": { "$ref": "common.schema.json#/$defs/roleName" },
          "examples": [["product-owner", "risk-approver", "release-manager"]]
        },
        "separationOfDuties": {
          "description": "Pairs that one person must not fill for one release: two roles, or `author` (whoever contributed to the change) and a role.",
          "type": "array",
          "items": {
            "description": "Two roles, or `author` and a role.",
            "type": "array",
            "minItems": 2,
            "maxItems": 2,
            "uniqueItems": true,
            "items": {
              "$ref": "common.schema.json#/$defs/roleName",
              "description": "A role, or `author`."
            }
          },
          "examples": [[["author", "risk-approver"], ["risk-approver", "product-owner"]]]
        },
        "principals": {
          "description": "People, robots and hosting services that may sign.",
          "type": "array",
          "minItems": 1,
          "items": { "$ref": "#/$defs/principal" }
        },
        "revokedKeys": {
          "description": "Keys that no longer count. The list only grows, and what it says of a key only gets graver. No principal lists such a key any more.",
          "type": "array",
          "items": {
            "description": "One revoked key.",
            "type": "object",
            "required": ["fingerprint", "reason", "since"],
            "properties": {
              "fingerprint": {
                "$ref": "#/$defs/fingerprint",
                "description": "Fingerprint of the key."
              },
              "reason": {
                "description": "Why the key no longer counts.",
                "type": "string",
                "enum": ["superseded", "retired", "compromised"],
                "enumDescriptions": [
                  "Another key replaces it.",
                  "It is no longer used.",
                  "Somebody else may have it; its statements are void."
                ]
              },
              "since": {
                "$ref": "common.schema.json#/$defs/documentVersion",
                "description": "Version of the trust root from which on the key does not count.",
                "examples": [2]
              }
            },
            "additionalProperties": false
          }
        },
        "policies": {
          "description": "Materiality policies in force, pinned by their digests.",
          "type": "array",
          "minItems": 1,
          "items": {
            "description": "One policy.",
            "type": "object",
            "required": ["path", "sha256"],
            "properties": {
              "path": {
                "$ref": "common.schema.json#/$defs/path",
                "description": "The file of the MaterialityPolicy.",
                "examples": ["governance/materiality.yaml"]
              },
              "sha256": {
                "$ref": "common.schema.json#/$defs/sha256",
                "description": "Digest of the file's bytes, as `sha256sum` prints it."
              }
            },
            "additionalProperties": false
          }
        },
        "delegations": {
          "description": "Roles that a person exercises for another, for a time. They give no say in changes of the trust root.",
          "type": "array",
          "items": {
            "description": "One delegation.",
            "type": "object",
            "required": ["from", "to", "role", "notAfter"],
            "properties": {
              "from": {
                "$ref": "common.schema.json#/$defs/name",
                "description": "Id of the principal who holds the role.",
                "examples": ["maya"]
              },
              "to": {
                "$ref": "common.schema.json#/$defs/name",
                "description": "Id of the principal who exercises it. What excludes the first excludes the second.",
                "examples": ["tove"]
              },
              "role": {
                "$ref": "common.schema.json#/$defs/roleName",
                "description": "The role that is exercised. The first holds it themselves: what was delegated cannot be delegated further."
              },
              "notAfter": {
                "$ref": "common.schema.json#/$defs/timestamp",
                "description": "When the delegation ends."
              }
            },
            "additionalProperties": false
          }
        }
      },
      "patternProperties": { "^x-": true },
      "additionalProperties": false,
      "allOf": [
        {
          "if": { "required": ["version"], "properties": { "version": { "const": 1 } } },
          "then": { "properties": { "previous": false } }
        },
        {
          "if": { "required": ["version"], "properties": { "version": { "type": "integer", "minimum": 2 } } },
          "then": { "required": ["previous", "releaseHeads"] }
        }
      ]
    }
  },
  "additionalProperties": false,
  "$defs": {
    "principal": {
      "description": "Somebody or something with a signing key.",
      "type": "object",
      "required": ["id", "kind", "name", "keys"],
      "properties": {
        "id": {
          "$ref": "common.schema.json#/$defs/name",
          "description": "Id, which `person:` references use.",
          "examples": ["maya"]
        },
        "kind": {
          "description": "Who or what signs.",
          "type": "string",
          "enum": ["human", "robot", "forge"],
          "enumDescriptions": [
            "A person.",
            "An automation; it never counts as an approver.",
            "A hosting service that signs merges; it never counts as an approver."
          ]
        },
        "operator": {
          "$ref": "common.schema.json#/$defs/name",
          "description": "Id of the person behind a robot, who counts as a contributor of what the robot commits. Required for robots.",
          "examples": ["maya"]
        },
        "name": {
          "description": "Name for people.",
          "type": "string",
          "minLength": 1,
          "examples": ["Maya Berg"]
        },
        "emails": {
          "description": "E-mail addresses under which the principal commits. They name somebody and prove nothing.",
          "type": "array",
          "uniqueItems": true,
          "items": {
            "description": "An e-mail address.",
            "type": "string",
            "minLength": 1,
            "examples": ["maya@example.org"]
          }
        },
        "roles": {
          "description": "Roles held. A bare name means every system and environment.",
          "type": "array",
          "items": { "$ref": "#/$defs/roleAssignment" },
          "examples": [["risk-approver", { "role": "release-manager", "systems": ["support-assistant"] }]]
        },
        "keys": {
          "description": "Signing keys. May be empty, for somebody who cannot sign yet.",
          "type": "array",
          "items": { "$ref": "#/$defs/key" }
        }
      },
      "additionalProperties": false,
      "if": { "required": ["kind"], "properties": { "kind": { "const": "robot" } } },
      "then": { "required": ["operator"] }
    },
    "roleAssignment": {
      "description": "A role, everywhere or for some systems and environments.",
      "type": ["string", "object"],
      "if": { "type": "string" },
      "then": { "$ref": "common.schema.json#/$defs/roleName" },
      "else": {
        "type": "object",
        "required": ["role"],
        "properties": {
          "role": {
            "$ref": "common.schema.json#/$defs/roleName",
            "description": "The role that is held."
          },
          "systems": {
            "description": "Bare names of the systems for which it is held. Without it: all.",
            "type": "array",
            "minItems": 1,
            "uniqueItems": true,
            "items": { "$ref": "common.schema.json#/$defs/name" },
            "examples": [["support-assistant"]]
          },
          "environments": {
            "description": "Environments for which it is held. Without it: all.",
            "type": "array",
            "minItems": 1,
            "uniqueItems": true,
            "items": { "$ref": "common.schema.json#/$defs/name" },
            "examples": [["production"]]
          }
        },
        "additionalProperties": false
      },
      "examples": ["risk-approver", { "role": "release-manager", "systems": ["support-assistant"] }]
    },
    "fingerprint": {
      "description": "Fingerprint of a key. SSH: `SHA256:` and 43 base64 characters, as `ssh-keygen -l` prints it. OpenPGP: the primary key's, in hexadecimal digits without spaces.",
      "type": "string",
      "pattern": "^(SHA256:[A-Za-z0-9+/]{43}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})$",
      "examples": ["SHA256:N5/17xkH1SNYybslMgqVlpaBKTbHxx5UhoM3MS8Z4r4"]
    },
    "key": {
      "description": "One signing key.",
      "type": "object",
      "required": ["type", "fingerprint"],
      "properties": {
        "type": {
          "description": "Kind of the key.",
          "type": "string",
          "enum": ["ssh", "openpgp"],
          "enumDescriptions": [
            "An OpenSSH key, given under `public`.",
            "An OpenPGP key, given as a `certificate`."
          ]
        },
        "public": {
          "description": "OpenSSH public key, on one line as in a `.pub` file. Required for `ssh`.",
          "type": "string",
          "pattern": "^[A-Za-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?$",
          "minLength": 1,
          "examples": ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIANtVvVysNgWBuxOjxWLOMl5KKCUR6yGFoUa72EOCxLY"]
        },
        "certificate": {
          "$ref": "common.schema.json#/$defs/path",
          "description": "File with the OpenPGP certificate, in the repository. Required for `openpgp`.",
          "examples": ["governance/keys/maya.pgp"]
        },
        "fingerprint": { "$ref": "#/$defs/fingerprint" },
        "requireUserPresence": {
          "description": "For security keys, which have to be touched for every signature anyway: `true` says so, and is an error for any other key.",
          "type": "boolean",
          "examples": [true]
        },
        "requireUserVerification": {
          "description": "For security keys: whether a signature made without PIN or biometric check is refused. `true` is an error for any other key.",
          "type": "boolean",
          "default": false
        }
      },
      "additionalProperties": false,
      "allOf": [
        {
          "if": { "required": ["type"], "properties": { "type": { "const": "ssh" } } },
          "then": {
            "required": ["public"],
            "properties": { "certificate": false, "fingerprint": { "pattern": "^SHA256:[A-Za-z0-9+/]{43}$" } }
          }
        },
        {
          "if": { "required": ["type"], "properties": { "type": { "const": "openpgp" } } },
          "then": {
            "required": ["certificate"],
            "properties": {
              "public": false,
              "fingerprint": { "pattern": "^([0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})$" }
            }
          }
        }
      ]
    }
  }
}

"""###
        ),
        (
            "common",
            ###"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Shared definitions",
  "description": "Definitions that the schemas of all kinds refer to. No document is validated against this file as a whole.",
  "$defs": {
    "apiVersion": {
      "description": "Version of the document format. All kinds share one.",
      "const": "imprimatur/v1"
    },
    "metadata": {
      "description": "Who answers for the document and how it is found.",
      "type": "object",
      "required": ["name", "owner"],
      "properties": {
        "name": {
          "$ref": "#/$defs/name",
          "description": "Name of the document, unique among the documents of its kind.",
          "examples": ["customer-ai"]
        },
        "owner": {
          "$ref": "#/$defs/ownerRef",
          "description": "Who answers for the document. The role or person must be known in the trust root.",
          "examples": ["role:grc-control-owner", "person:maya"]
        },
        "title": {
          "description": "One line for people, shown in lists and reports.",
          "type": "string",
          "minLength": 1,
          "examples": ["Deployment plan for AI that talks to customers"]
        },
        "description": {
          "description": "A few sentences for people. The tool draws no conclusion from it.",
          "type": "string",
          "minLength": 1,
          "examples": ["Plans, packages and records of every assistant that talks to our customers."]
        },
        "labels": {
          "description": "Names and values to sort and filter by. The tool draws no conclusion from them.",
          "type": "object",
          "additionalProperties": {
            "description": "Value of the label.",
            "type": "string"
          },
          "examples": [{ "team": "customer-care" }]
        },
        "annotations": {
          "description": "Free-form data for people and other tools. Any key and any value.",
          "type": "object",
          "additionalProperties": true,
          "examples": [{ "wiki": "https://wiki.example.org/ai" }]
        }
      },
      "additionalProperties": false
    },
    "name": {
      "description": "An RFC 1123 label: lower-case letters, digits and hyphens, at most 63 characters, beginning and ending with a letter or digit.",
      "type": "string",
      "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "maxLength": 63,
      "examples": ["support-assistant"]
    },
    "itemId": {
      "description": "Short id of an entry: letters, digits, dots, hyphens and underscores, at most 63 characters.",
      "type": "string",
      "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$",
      "maxLength": 63,
      "examples": ["KI-31", "sev1"]
    },
    "text": {
      "description": "Text for people, not empty.",
      "type": "string",
      "minLength": 1
    },
    "timestamp": {
      "description": "A point in time as RFC 3339 writes it, with its offset from UTC, in quotes.",
      "type": "string",
      "format": "date-time",
      "examples": ["2026-08-30T10:00:00Z", "2026-08-30T12:00:00+02:00"]
    },
    "duration": {
      "description": "A whole number and its unit: `m` minutes, `h` hours, `d` days of 24 hours, `w` weeks of 7 days.",
      "type": "string",
      "pattern": "^[1-9][0-9]*(m|h|d|w)$",
      "examples": ["30m", "4h", "7d", "2w"]
    },
    "interval": {
      "description": "A span of time, from its first moment to its last.",
      "type": "object",
      "required": ["from", "to"],
      "properties": {
        "from": {
          "$ref": "#/$defs/timestamp",
          "description": "When it begins."
        },
        "to": {
          "$ref": "#/$defs/timestamp",
          "description": "When it ends."
        }
      },
      "additionalProperties": false
    },
    "decimal": {
      "description": "A decimal number, kept as it is written and compared as a decimal. Either a plain number or the same in quotes.",
      "type": ["number", "string"],
      "pattern": "^[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?$",
      "examples": [0.002, "0.0020"]
    },
    "op": {
      "description": "How a value is held against its threshold.",
      "type": "string",
      "enum": ["gte", "gt", "lte", "lt"],
      "enumDescriptions": [
        "At least the threshold.",
        "More than the threshold.",
        "At most the threshold.",
        "Less than the threshold."
      ]
    },
    "sampleSize": {
      "description": "How many samples the value rests on.",
      "type": "integer",
      "minimum": 0,
      "examples": [1200]
    },
    "semver": {
      "description": "A version as Semantic Versioning 2.0.0 defines it.",
      "type": "string",
      "pattern": "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?$",
      "examples": ["1.1.0", "2.0.0-rc.1"]
    },
    "documentVersion": {
      "description": "Version of a document: 1, 2, 3 …",
      "type": "integer",
      "minimum": 1,
      "examples": [1]
    },
    "toolVersion": {
      "description": "Version as its maker writes it: text or a whole number. Put quotes around anything that looks like a decimal, so that 1.10 does not become 1.1.",
      "type": ["string", "integer"],
      "minLength": 1,
      "examples": ["0.118.0", 12]
    },
    "sha256": {
      "description": "SHA-256 digest: 64 lower-case hexadecimal digits.",
      "type": "string",
      "pattern": "^[0-9a-f]{64}$",
      "examples": ["700deb834c3cd1ce00196b817ba2561eb7bd2d314c9574ef98cb99554300e895"]
    },
    "digestSet": {
      "description": "Digests of one piece of content by algorithm, as in-toto writes them: `sha256` always, others beside it.",
      "type": "object",
      "required": ["sha256"],
      "properties": { "sha256": { "$ref": "#/$defs/sha256" } },
      "additionalProperties": {
        "description": "Digest by another algorithm, in lower-case hexadecimal digits.",
        "type": "string",
        "pattern": "^[0-9a-f]+$"
      },
      "examples": [{ "sha256": "700deb834c3cd1ce00196b817ba2561eb7bd2d314c9574ef98cb99554300e895" }]
    },
    "statementId": {
      "description": "Id of a signed statement: 64 lower-case hexadecimal digits, as `imprimatur approvals` prints it.",
      "type": "string",
      "pattern": "^[0-9a-f]{64}$",
      "examples": ["2f1f2a7be4c33f7e07a4a4c8a3a5c5a90a8f4b8d2c6f3c0b8b0f7f7d3a9e4c11"]
    },
    "path": {
      "description": "Path inside the repository, from its root: a file, a folder or a glob.",
      "type": "string",
      "pattern": "^[^/]",
      "minLength": 1,
      "examples": ["systems/support-assistant/prompts/system.prompt"]
    },
    "glob": {
      "description": "Glob over paths from the repository's root. `*` stays inside a folder, `**` crosses folders.",
      "type": "string",
      "pattern": "^[^/]",
      "minLength": 1,
      "examples": ["systems/*/records/**/*.yaml"]
    },
    "uri": {
      "description": "Address of something outside the repository.",
      "type": "string",
      "format": "uri",
      "examples": ["https://example.org/notices/2026-09", "s3://evaluations/2026/08/safety.json"]
    },
    "artifact": {
      "description": "A file that is kept as proof: `path` inside the repository, or `uri` and `digest` outside it.",
      "type": "object",
      "properties": {
        "path": {
          "$ref": "#/$defs/path",
          "description": "Where the file is in the repository."
        },
        "uri": {
          "$ref": "#/$defs/uri",
          "description": "Where the file is outside the repository. Needs a digest."
        },
        "digest": {
          "$ref": "#/$defs/digestSet",
          "description": "Digest of the file's bytes. Not needed for a `path`: git has the bytes."
        },
        "mediaType": {
          "description": "Media type of the file.",
          "type": "string",
          "minLength": 1,
          "examples": ["application/json"]
        }
      },
      "additionalProperties": false,
      "oneOf": [{ "required": ["path"] }, { "required": ["uri", "digest"] }]
    },
    "notApplicable": {
      "description": "Says that something is absent on purpose, and why.",
      "type": "object",
      "required": ["notApplicable"],
      "properties": {
        "notApplicable": {
          "$ref": "#/$defs/text",
          "description": "Why it does not apply.",
          "examples": ["One model behind one endpoint; there is nothing to route."]
        }
      },
      "additionalProperties": false
    },
    "componentCategory": {
      "description": "Part of the deployment unit: of everything that changes together when a system is released.",
      "type": "string",
      "enum": ["model", "prompts", "guardrails", "retrieval", "inference", "routing", "tools", "experience"],
      "enumDescriptions": [
        "The model, and where it comes from.",
        "Instructions and templates.",
        "Filters and refusal rules.",
        "Indexes, their content and embeddings.",
        "Sampling and other run-time settings.",
        "Which request goes to which model.",
        "What the system may call.",
        "What users see, disclosure included."
      ]
    },
    "riskTier": {
      "description": "Risk of a system, which decides how strict its gates are.",
      "type": "string",
      "enum": ["low", "medium", "high"],
      "enumDescriptions": [
        "A mistake costs time.",
        "People outside notice a mistake, and it can be put right.",
        "It decides about people, or a mistake is hard to undo."
      ]
    },
    "changeClass": {
      "description": "How much a change matters, in ascending order.",
      "type": "string",
      "enum": ["none", "minor", "material", "critical"],
      "enumDescriptions": [
        "Nothing that ships behaves differently.",
        "Small, within what was evaluated.",
        "It can change behaviour; evaluations are needed again.",
        "It weakens a protection, or changes what the system is for."
      ]
    },
    "changeClassOrInitial": {
      "description": "How much a change matters, in ascending order; `initial` stands beside that order.",
      "type": "string",
      "enum": ["none", "minor", "material", "critical", "initial"],
      "enumDescriptions": [
        "Nothing that ships behaves differently.",
        "Small, within what was evaluated.",
        "It can change behaviour; evaluations are needed again.",
        "It weakens a protection, or changes what the system is for.",
        "A first release, which has no base to compare with."
      ]
    },
    "gateCategory": {
      "description": "What a gate looks at.",
      "type": "string",
      "enum": ["functional", "safety", "security", "data", "privacy", "risk", "training"],
      "enumDescriptions": [
        "Whether it does its task.",
        "Whether it behaves as it should.",
        "Access, abuse, logging.",
        "Content that it retrieves, and the rights to it.",
        "Personal data.",
        "Review of the risk that remains.",
        "Whether the people around it are prepared."
      ]
    },
    "rolloutStrategy": {
      "description": "How a release reaches its users.",
      "type": "string",
      "enum": ["feature-flag", "limited-audience", "canary", "blue-green", "all-at-once"],
      "enumDescriptions": [
        "A flag switches it on in stages.",
        "Named groups first, the organisation itself for instance.",
        "A small share of traffic first.",
        "Two environments, and a switch between them.",
        "Everybody at the same time."
      ]
    },
    "systemRole": {
      "description": "The organisation's part.",
      "type": "string",
      "enum": ["provider", "deployer"],
      "enumDescriptions": ["It makes the system available.", "It uses the system under its own authority."]
    },
    "workStatus": {
      "description": "Whether the work is done.",
      "type": "string",
      "enum": ["open", "closed"],
      "enumDescriptions": ["Still to be done.", "Done."]
    },
    "systemRef": {
      "description": "Reference to an AISystem: `system:<name>`.",
      "type": "string",
      "pattern": "^system:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["system:support-assistant"]
    },
    "planRef": {
      "description": "Reference to a version of a DeploymentPlan: `plan:<name>@<version>`.",
      "type": "string",
      "pattern": "^plan:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?@[1-9][0-9]*$",
      "examples": ["plan:customer-ai@4"]
    },
    "releaseRef": {
      "description": "Reference to a release of a system, at a SemVer version: `release:<name>@<version>`.",
      "type": "string",
      "pattern": "^release:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?@(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?$",
      "examples": ["release:support-assistant@1.1.0"]
    },
    "roleRef": {
      "description": "Reference to a role of the trust root: `role:<name>`.",
      "type": "string",
      "pattern": "^role:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["role:risk-approver"]
    },
    "personRef": {
      "description": "Reference to a principal of the trust root: `person:<name>`.",
      "type": "string",
      "pattern": "^person:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["person:maya"]
    },
    "gateRef": {
      "description": "Reference to a gate of the deployment plan: `gate:<name>`.",
      "type": "string",
      "pattern": "^gate:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["gate:safety-eval"]
    },
    "evidenceRef": {
      "description": "Reference to a GateEvidence: `evidence:<name>`.",
      "type": "string",
      "pattern": "^evidence:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["evidence:support-assistant-1-1-0-safety-eval"]
    },
    "decisionRef": {
      "description": "Reference to a ReleaseDecision: `decision:<name>`.",
      "type": "string",
      "pattern": "^decision:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["decision:support-assistant-1-1-0-withdraw"]
    },
    "rolloutRef": {
      "description": "Reference to a RolloutRecord: `rollout:<name>`.",
      "type": "string",
      "pattern": "^rollout:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["rollout:support-assistant-1-1-0-production"]
    },
    "rollbackRef": {
      "description": "Reference to a RollbackRecord: `rollback:<name>`.",
      "type": "string",
      "pattern": "^rollback:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["rollback:support-assistant-1-1-0-feasibility"]
    },
    "monitoringRef": {
      "description": "Reference to a MonitoringRecord: `monitoring:<name>`.",
      "type": "string",
      "pattern": "^monitoring:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["monitoring:support-assistant-1-1-0-w36"]
    },
    "reviewRef": {
      "description": "Reference to a PostDeploymentReview: `review:<name>`.",
      "type": "string",
      "pattern": "^review:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["review:support-assistant-1-1-0"]
    },
    "exceptionRef": {
      "description": "Reference to an Exception: `exception:<name>`.",
      "type": "string",
      "pattern": "^exception:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["exception:ex-3"]
    },
    "riskRef": {
      "description": "Reference to a RiskAcceptance: `risk:<name>`.",
      "type": "string",
      "pattern": "^risk:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["risk:ra-31"]
    },
    "noticeRef": {
      "description": "Reference to a ThirdPartyNotice: `notice:<name>`.",
      "type": "string",
      "pattern": "^notice:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["notice:tpn-2026-09"]
    },
    "ownerRef": {
      "description": "A role or a person of the trust root: `role:<role>` or `person:<id>`.",
      "type": "string",
      "pattern": "^(role|person):[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["role:product-owner", "person:maya"]
    },
    "personRefs": {
      "description": "One person, or a list of persons.",
      "type": ["string", "array"],
      "pattern": "^person:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "minItems": 1,
      "uniqueItems": true,
      "items": { "$ref": "#/$defs/personRef" },
      "examples": ["person:maya", ["person:maya", "person:tove"]]
    },
    "recordRef": {
      "description": "Reference to a record of any kind.",
      "type": "string",
      "pattern": "^(evidence|decision|rollout|rollback|monitoring|review|exception|risk|notice):[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "examples": ["rollback:support-assistant-1-1-0-feasibility"]
    },
    "affectedRef": {
      "description": "Reference to an AISystem, or to one of its releases.",
      "type": "string",
      "pattern": "^(system:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?|release:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?@(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?)$",
      "examples": ["system:support-assistant", "release:support-assistant@1.1.0"]
    },
    "gateWaiver": {
      "description": "The gate that is waived: `gate:<gate>`. A `*` is read as a wildcard, and reported as too wide (rule EXC-009).",
      "type": "string",
      "pattern": "^gate:[a-z0-9*]([-a-z0-9*]{0,61}[a-z0-9*])?$",
      "examples": ["gate:security-review"]
    },
    "authority": {
      "description": "Who may act: roles and persons of the trust root. One reference or a list; empty means nobody.",
      "type": ["string", "array"],
      "pattern": "^((role|person):[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?$",
      "uniqueItems": true,
      "items": { "$ref": "#/$defs/ownerRef" },
      "examples": [["role:ai-oncall", "role:product-owner"]]
    },
    "roleName": {
      "description": "Bare name of a role of the trust root, as the `Role:` line of a statement has it.",
      "type": "string",
      "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "maxLength": 63,
      "examples": ["risk-approver"]
    },
    "gateName": {
      "description": "Bare name of a gate, as the deployment plan's `entryCriteria` define it.",
      "type": "string",
      "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
      "maxLength": 63,
      "examples": ["safety-eval"]
    },
    "roleCount": {
      "description": "How many people who hold a role must have signed.",
      "type": "object",
      "required": ["role", "count"],
      "properties": {
        "role": {
          "$ref": "#/$defs/roleName",
          "description": "Role whose holders must have signed."
        },
        "count": {
          "description": "How many different holders of the role must have signed.",
          "type": "integer",
          "minimum": 1,
          "examples": [2]
        }
      },
      "additionalProperties": false
    },
    "quorumTerm": {
      "description": "One demand of a quorum: `{role, count}`, or `{all: […]}`, `{any: […]}`, `{atLeast: k, of: […]}` over further demands.",
      "type": "object",
      "properties": {
        "role": {
          "$ref": "#/$defs/roleName",
          "description": "Role whose holders must have signed."
        },
        "count": {
          "description": "How many different holders of `role` must have signed.",
          "type": "integer",
          "minimum": 1,
          "examples": [1]
        },
        "all": {
          "$ref": "#/$defs/quorumTerms",
          "description": "Every one of these demands."
        },
        "any": {
          "$ref": "#/$defs/quorumTerms",
          "description": "At least one of these demands."
        },
        "atLeast": {
          "description": "How many of the demands under `of`.",
          "type": "integer",
          "minimum": 1,
          "examples": [2]
        },
        "of": {
          "$ref": "#/$defs/quorumTerms",
          "description": "The demands of which `atLeast` must hold."
        }
      },
      "additionalProperties": false,
      "allOf": [
        { "if": { "required": ["role"] }, "then": { "required": ["count"] } },
        { "if": { "required": ["count"] }, "then": { "required": ["role"] } },
        { "if": { "required": ["atLeast"] }, "then": { "required": ["of"] } },
        { "if": { "required": ["of"] }, "then": { "required": ["atLeast"] } }
      ],
      "oneOf": [
        { "required": ["role"] },
        { "required": ["all"] },
        { "required": ["any"] },
        { "required": ["atLeast"] }
      ]
    },
    "quorumTerms": {
      "description": "Demands of a quorum, at least one.",
      "type": "array",
      "minItems": 1,
      "items": { "$ref": "#/$defs/quorumTerm" }
    },
    "quorum": {
      "description": "Whose approval is needed. A list: all of its demands; an explicit empty list: the release signature suffices, where the tier and class allow that. Or one of `{all: […]}`, `{any: […]}`, `{atLeast: k, of: […]}`.",
      "type": ["array", "object"],
      "properties": {
        "all": {
          "$ref": "#/$defs/quorumTerms",
          "description": "Every one of these demands."
        },
        "any": {
          "$ref": "#/$defs/quorumTerms",
          "description": "At least one of these demands."
        },
        "atLeast": {
          "description": "How many of the demands under `of`.",
          "type": "integer",
          "minimum": 1,
          "examples": [2]
        },
        "of": {
          "$ref": "#/$defs/quorumTerms",
          "description": "The demands of which `atLeast` must hold."
        }
      },
      "additionalProperties": false,
      "items": { "$ref": "#/$defs/quorumTerm" },
      "if": { "type": "object" },
      "then": {
        "allOf": [
          { "if": { "required": ["atLeast"] }, "then": { "required": ["of"] } },
          { "if": { "required": ["of"] }, "then": { "required": ["atLeast"] } }
        ],
        "oneOf": [{ "required": ["all"] }, { "required": ["any"] }, { "required": ["atLeast"] }]
      },
      "examples": [
        [{ "role": "risk-approver", "count": 1 }],
        {
          "atLeast": 2,
          "of": [
            { "role": "risk-approver", "count": 1 },
            { "role": "product-owner", "count": 1 },
            { "role": "engineering-owner", "count": 1 }
          ]
        }
      ]
    },
    "bound": {
      "description": "A comparison on a typed field of a change. A field that is unknown or cannot be computed counts as exceeded.",
      "type": "object",
      "required": ["path", "op", "value"],
      "properties": {
        "path": {
          "description": "Name of the change field.",
          "type": "string",
          "pattern": "^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+$",
          "examples": [
            "retrieval.documentsDelta",
            "prompt.sentencesChanged",
            "prompt.wordsChanged",
            "inference.temperature"
          ]
        },
        "op": {
          "$ref": "#/$defs/op",
          "description": "How the field is held against `value`."
        },
        "value": {
          "$ref": "#/$defs/decimal",
          "description": "Limit, in the unit of the field.",
          "examples": [0.05]
        }
      },
      "additionalProperties": false
    },
    "incident": {
      "description": "An incident, which itself lives in its own system.",
      "type": "object",
      "required": ["system", "id", "severity", "declaredAt"],
      "properties": {
        "system": {
          "description": "Name of the incident system.",
          "type": "string",
          "minLength": 1,
          "examples": ["Jira, project INC"]
        },
        "id": {
          "description": "Id of the incident there.",
          "type": "string",
          "minLength": 1,
          "examples": ["INC-2207"]
        },
        "severity": {
          "$ref": "#/$defs/itemId",
          "description": "Severity, in the words of the AI system's `incident.severities`.",
          "examples": ["sev2"]
        },
        "declaredAt": {
          "$ref": "#/$defs/timestamp",
          "description": "When the incident was declared."
        },
        "url": {
          "$ref": "#/$defs/uri",
          "description": "Address of the incident.",
          "examples": ["https://tickets.example.org/browse/INC-2207"]
        }
      },
      "additionalProperties": false
    },
    "exposure": {
      "description": "How far a release is exposed: a share of traffic, an audience, or both.",
      "type": "object",
      "minProperties": 1,
      "properties": {
        "percent": {
          "description": "Share of traffic, in percent.",
          "type": "number",
          "minimum": 0,
          "maximum": 100,
          "examples": [5]
        },
        "audience": {
          "description": "Who gets the release.",
          "type": "string",
          "minLength": 1,
          "examples": ["employees", "customers on the order-status page"]
        }
      },
      "additionalProperties": false
    },
    "healthCriterion": {
      "description": "What must hold for a step to count as healthy.",
      "type": "object",
      "required": ["signal", "op", "threshold"],
      "properties": {
        "signal": {
          "$ref": "#/$defs/name",
          "description": "Id of a signal of the plan's `monitoring.signals`.",
          "examples": ["policy-violation-rate"]
        },
        "op": {
          "$ref": "#/$defs/op",
          "description": "How the signal's value is held against the threshold when the step is healthy."
        },
        "threshold": {
          "$ref": "#/$defs/decimal",
          "description": "Limit, in the unit of the signal.",
          "examples": [0.005]
        },
        "window": {
          "$ref": "#/$defs/duration",
          "description": "Time over which the value is taken.",
          "examples": ["24h"]
        },
        "minSamples": {
          "description": "Fewest samples for a verdict; with fewer the criterion is inconclusive.",
          "type": "integer",
          "minimum": 1,
          "examples": [500]
        }
      },
      "additionalProperties": false
    },
    "rolloutStep": {
      "description": "One step of a rollout.",
      "type": "object",
      "required": ["id", "environment", "exposure"],
      "properties": {
        "id": {
          "$ref": "#/$defs/name",
          "description": "Id of the step, which rollout records name.",
          "examples": ["canary"]
        },
        "environment": {
          "$ref": "#/$defs/name",
          "description": "Name of an environment of the AI system.",
          "examples": ["production"]
        },
        "exposure": {
          "$ref": "#/$defs/exposure",
          "description": "How far the release is exposed in this step."
        },
        "minDuration": {
          "$ref": "#/$defs/duration",
          "description": "Shortest time before the next step. Without it there is none.",
          "examples": ["2d"]
        },
        "onFail": {
          "description": "What happens when a health criterion fails.",
          "type": "string",
          "enum": ["halt", "rollback"],
          "enumDescriptions": ["Exposure stays where it is.", "The release is taken back."],
          "default": "halt"
        },
        "health": {
          "description": "What must hold before the next step. At least one criterion (rule RLO-002).",
          "type": "array",
          "items": { "$ref": "#/$defs/healthCriterion" }
        }
      },
      "additionalProperties": false
    },
    "freezeWindow": {
      "description": "Time in which no rollout may start or go on.",
      "type": "object",
      "required": ["id", "from", "to"],
      "properties": {
        "id": {
          "$ref": "#/$defs/name",
          "description": "Id of the window.",
          "examples": ["year-end"]
        },
        "from": {
          "$ref": "#/$defs/timestamp",
          "description": "When the window begins.",
          "examples": ["2026-12-20T00:00:00+01:00"]
        },
        "to": {
          "$ref": "#/$defs/timestamp",
          "description": "When the window ends.",
          "examples": ["2027-01-07T00:00:00+01:00"]
        },
        "reason": {
          "description": "Why nothing should change then.",
          "type": "string",
          "minLength": 1,
          "examples": ["Half of support is on leave."]
        }
      },
      "additionalProperties": false
    },
    "dataRemediation": {
      "description": "What is done about records and decisions that came from a faulty release.",
      "type": "object",
      "required": ["applies"],
      "properties": {
        "applies": {
          "description": "Whether there are records or decisions to put right.",
          "type": "boolean",
          "examples": [true]
        },
        "steps": {
          "description": "What is done, in order. Required when `applies` is true.",
          "type": "array",
          "minItems": 1,
          "items": { "$ref": "#/$defs/text" },
          "examples": [["List the refunds that the release started.", "A colleague looks at each of them."]]
        },
        "reason": {
          "$ref": "#/$defs/text",
          "description": "Why there is nothing to put right. Required when `applies` is false.",
          "examples": ["The system writes no records."]
        }
      },
      "additionalProperties": false,
      "if": { "required": ["applies"], "properties": { "applies": { "const": true } } },
      "then": { "required": ["steps"] },
      "else": {
        "if": { "required": ["applies"], "properties": { "applies": { "const": false } } },
        "then": { "required": ["reason"] }
      }
    },
    "rollbackTarget": {
      "description": "What a rollback goes back to.",
      "type": "object",
      "required": ["kind"],
      "properties": {
        "kind": {
          "description": "What the target is.",
          "type": "string",
          "enum": ["previous-release", "alternate-endpoint", "disable-flag", "safe-mode"],
          "enumDescriptions": [
            "An earlier release of the system.",
            "Another endpoint that serves in its place.",
            "A flag that switches the system off.",
            "The reduced mode that the plan describes."
          ]
        },
        "release": {
          "$ref": "#/$defs/releaseRef",
          "description": "The earlier release. Required for `previous-release`."
        },
        "endpoint": {
          "description": "Address of the other endpoint. Required for `alternate-endpoint`.",
          "type": "string",
          "minLength": 1,
          "examples": ["https://fallback.example.org/v1"]
        },
        "flag": {
          "description": "Name of the flag. Required for `disable-flag`.",
          "type": "string",
          "minLength": 1,
          "examples": ["shop.support-assistant.enabled"]
        }
      },
      "additionalProperties": false,
      "allOf": [
        {
          "if": { "required": ["kind"], "properties": { "kind": { "const": "previous-release" } } },
          "then": { "required": ["release"], "properties": { "endpoint": false, "flag": false } }
        },
        {
          "if": { "required": ["kind"], "properties": { "kind": { "const": "alternate-endpoint" } } },
          "then": { "required": ["endpoint"], "properties": { "release": false, "flag": false } }
        },
        {
          "if": { "required": ["kind"], "properties": { "kind": { "const": "disable-flag" } } },
          "then": { "required": ["flag"], "properties": { "release": false, "endpoint": false } }
        }
      ]
    },
    "communication": {
      "description": "A message that went out.",
      "type": "object",
      "required": ["event", "audience", "at"],
      "properties": {
        "event": {
          "description": "What the message was about, in the words of the plan's `communications`.",
          "type": "string",
          "minLength": 1,
          "examples": ["rollback"]
        },
        "audience": {
          "description": "Who was told.",
          "type": "string",
          "minLength": 1,
          "examples": ["affected users"]
        },
        "channel": {
          "description": "How they were told.",
          "type": "string",
          "minLength": 1,
          "examples": ["banner in the chat"]
        },
        "at": {
          "$ref": "#/$defs/timestamp",
          "description": "When it was sent."
        },
        "by": {
          "$ref": "#/$defs/ownerRef",
          "description": "Who sent it."
        },
        "reference": {
          "description": "Where it can be read: an address, a ticket, a message id.",
          "type": "string",
          "minLength": 1,
          "examples": ["message 5521"]
        }
      },
      "additionalProperties": false
    },
    "deviation": {
      "description": "Something that was done in another way than the plan says.",
      "type": "object",
      "required": ["text"],
      "properties": {
        "text": {
          "$ref": "#/$defs/text",
          "description": "What was different, and why.",
          "examples": ["The canary step lasted four days instead of two."]
        },
        "step": {
          "$ref": "#/$defs/itemId",
          "description": "Id of the step concerned, if it is one.",
          "examples": ["canary"]
        },
        "exception": {
          "$ref": "#/$defs/exceptionRef",
          "description": "The Exception that allowed it."
        }
      },
      "additionalProperties": false
    },
    "actionItem": {
      "description": "Something that somebody has to do.",
      "type": "object",
      "required": ["id", "text", "owner", "due", "status"],
      "properties": {
        "id": {
          "$ref": "#/$defs/itemId",
          "description": "Id of the action.",
          "examples": ["A-1"]
        },
        "text": {
          "$ref": "#/$defs/text",
          "description": "What has to be done.",
          "examples": ["Add orders with two deliveries to the evaluation."]
        },
        "owner": {
          "$ref": "#/$defs/ownerRef",
          "description": "Who has to do it."
        },
        "due": {
          "$ref": "#/$defs/timestamp",
          "description": "By when it has to be done."
        },
        "status": { "$ref": "#/$defs/workStatus" },
        "evidence": {
          "description": "What shows that it was done: a reference, a path or an address. Needed once the status is `closed` (rule REV-006).",
          "type": "string",
          "minLength": 1,
          "examples": ["evidence:support-assistant-1-1-1-safety-eval"]
        }
      },
      "additionalProperties": false
    },
    "signalVerdict": {
      "description": "Whether the signal kept to its threshold.",
      "type": "string",
      "enum": ["pass", "breach", "inconclusive"],
      "enumDescriptions": ["It did.", "It did not.", "Too few samples to say."]
    }
  }
}

"""###
        ),
    ]
}
