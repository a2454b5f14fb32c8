"""Writes variables.json: what the reference engines make of templates, for TemplateOracleTests.

    python3 -m venv /tmp/engines && /tmp/engines/bin/pip install jinja2 chevron
    /tmp/engines/bin/python record.py
"""

import json
import pathlib
import re
import string

import chevron.tokenizer
import jinja2
import jinja2.meta

JINJA2 = [
    "Hello {{ name }}!",
    "{{ user.name | upper }} {{ items[0].title }} {{ user['mail'] }}",
    "{% if vip and not blocked %}a{% elif tier == 'gold' %}b{% else %}c{% endif %}",
    "{% for item in cart.items if item.price > limit %}{{ loop.index }} {{ item.title }} {{ shop }}{% else %}none{% endfor %}",
    "{% for key, value in facts %}{{ key }}={{ value }}{% endfor %}{{ key }}",
    "{% set greeting = 'Hi ' + name %}{{ greeting }} {{ other }}",
    "{% set block %}{{ inner }}{% endset %}{{ block }}",
    "{# {{ hidden }} #}{{ shown }}",
    "{% raw %}{{ literal }}{% endraw %}{{ real }}",
    "{%- if a -%} x {%- endif -%} {{- b -}}",
    "{{ range(count) }} {{ name.strip().lower() }} {{ total | round(digits) }}",
    "{{ text | replace('a', b) | default(fallback, true) }}",
    "{{ 'quoted }} text' }} {{ x }}",
    "{{ {'a': one, 'b': two}['a'] }}",
    "{{ x if y is defined else z }}",
    "{{ value is divisibleby(number) }} {{ thing in things }}",
    "{% macro row(label, value=default_value) %}{{ label }}{{ value }}{{ outer }}{% endmacro %}{{ row(title) }}",
    "{% with total = price * amount %}{{ total }}{% endwith %}",
    "{% filter upper %}{{ shout }}{% endfilter %}",
    "{% block body %}{{ content }}{% endblock %}",
    "{{ caf\u00e9 }} {{ _private }} {{ name2 }}",
    "{{ 1.5 + 2 }} {{ true }} {{ none }} {{ None }}",
    "{% call(user) dump(users) %}{{ user }}{% endcall %}",
    "a { b } {c} 100% {",
    "{{ a ~ '%}' ~ b }}",
    "{% if a %}x",
    "{{ name",
    "{% if a }} x {% endif %}",
    "{# never closed",
    "{% endif %}",
    "{% for a in b %}{% endif %}",
    "{% else %}",
    "{% raw %} {{ x }}",
]

FORMAT_STRINGS = [
    "Hello {name}!",
    "{{literal}} {name} {{{inner}}}",
    "{price:>10} {name!r:>{width}} {when:%Y-%m-%d}",
    "{user.name} {items[0]} {items[a:b]} {data[key].x}",
    "{} {0} {1}",
    "JSON: {{\"queue\": \"{queue}\"}}",
    "no fields",
    "{a}{a}{b}",
    "{name",
    "name}",
    "a { b",
    "{a:{b}",
    "}} {{",
]

MUSTACHE = [
    "Hello {{name}} {{{raw}}} {{& also}}!",
    "{{#items}}{{title}}{{/items}}{{^items}}none{{/items}}",
    "{{! a comment {{ }}{{x}}",
    "{{=<% %>=}}<% name %> {{ literal }} <%={{ }}=%>{{ other }}",
    "{{ a.b.c }} {{.}}",
    "{{#a}}{{#b}}{{c}}{{/b}}{{/a}}",
    "{{name",
    "{{#a}}x",
    "{{/a}}",
    "{{#a}}{{/b}}",
    "no tags",
]

RAIL = [
    "Read ${document} and ${other}.",
    "$name costs $5 and $$ and $$name",
    "${gr.complete_json_suffix} ${output_schema} ${x}",
    "nothing {x} {{y}}",
    "$a_b1.c ${d}",
]


def jinja2_variables(template):
    environment = jinja2.Environment()
    try:
        return sorted(jinja2.meta.find_undeclared_variables(environment.parse(template)))
    except jinja2.TemplateSyntaxError:
        return None


def format_variables(template):
    found = set()

    def collect(text):
        for _, field, spec, _ in string.Formatter().parse(text):
            if field:
                found.add(re.split(r"[.\[]", field)[0])
            if spec:
                collect(spec)

    try:
        collect(template)
    except ValueError:
        return None
    return sorted(found - {""})


def mustache_variables(template):
    try:
        tokens = list(chevron.tokenizer.tokenize(template))
    except chevron.tokenizer.ChevronError:
        return None
    kinds = {"variable", "no escape", "section", "inverted section"}
    return sorted({key.split(".")[0] for kind, key in tokens if kind in kinds} - {""})


def rail_variables(template):
    own = {"output_schema"}
    text = re.sub(r"\$\{gr\.[^}]*\}", "", template)
    return sorted(set(string.Template(text).get_identifiers()) - own)


def main():
    cases = [
        {"engine": engine, "template": template, "variables": variables(template)}
        for engine, templates, variables in [
            ("jinja2", JINJA2, jinja2_variables),
            ("f-string", FORMAT_STRINGS, format_variables),
            ("mustache", MUSTACHE, mustache_variables),
            ("rail", RAIL, rail_variables),
        ]
        for template in templates
    ]
    text = json.dumps(cases, indent=1, ensure_ascii=True) + "\n"
    pathlib.Path(__file__).with_name("variables.json").write_text(text)


main()
