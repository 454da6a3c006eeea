package block

import (
	"fmt"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	root, problem := Read([]byte("# a job\r\n" + `variable "v" { default = "1" } /* two
lines */ job "a" "b" { // with two labels
  count = var.count
  list  = ["x", 80, "${y}",
    ["z"], { k = 1 }]
  map = {
    "http" = 8080, tcp : 1
  }
  text = "a\"b ${f("}")} $${c}"
  sum  = 1 + (2
    * 3)
  neg = -1
  on = true
  doc = <<-EOH
    one
    EOH
  inner { port "http" { to = 80 } }
  inner {}
}
`))
	if problem != nil {
		t.Fatal(problem)
	}
	job := root.All("job")[0]
	if job.Line != 3 || job.Label() != "a" || len(job.Labels) != 2 || len(job.All("inner")) != 2 {
		t.Errorf("%+v", job)
	}
	for name, want := range map[string]string{
		"count": "var.count open", "text": `a"b ${f("}")} ${c} open`, "sum": "1 open", "neg": "-1", "on": "true", "doc": "    one\n", "gone": "",
	} {
		v := job.Get(name)
		got := v.Text
		if v.Open {
			got += " open"
		}
		if got != want || v.Set() != (want != "") {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	var list []string
	for _, e := range job.Get("list").List {
		list = append(list, fmt.Sprint(e.Text, e.Open, len(e.List), " ", e.Line))
	}
	if got := strings.Join(list, ", "); got != "xfalse 0 5, 80false 0 5, ${y}true 0 5, false 1 6, true 0 6" {
		t.Errorf("list %s", got)
	}
	m := job.All("map")[0]
	if m.Get("http").Text != "8080" || m.Get("tcp").Text != "1" || strings.Join(m.Names(), " ") != "http tcp" {
		t.Errorf("map %+v", m)
	}
	if to := job.All("inner")[0].All("port")[0].Get("to"); to.Text != "80" || to.Line != 18 || to.Column != 30 {
		t.Errorf("to %+v", to)
	}
	if (&Block{}).Label() != "" {
		t.Error("a label of a block that has none")
	}
}

// TestProblems: what is malformed is said with its place, and nothing takes
// for ever.
func TestProblems(t *testing.T) {
	for text, want := range map[string]string{
		"job \"a\" {\n":                      `2:1: malformed HCL: the block "job" of line 1 does not end`,
		"a = \"b\n":                          "1:7: malformed HCL: a text that does not end",
		"a = \"b":                            "1:7: malformed HCL: a text that does not end",
		"a = [1, 2":                          "1:10: malformed HCL: a list that does not end",
		"a = f(1":                            "1:8: malformed HCL: an expression that does not end",
		"a = [\n}\n":                         "2:1: malformed HCL: want a value",
		"a =\n":                              "1:4: malformed HCL: want a value",
		"}\n":                                "1:1: malformed HCL: a brace too many",
		"a\n":                                `1:2: malformed HCL: want = or a block behind "a"`,
		"= 1":                                `1:1: malformed HCL: want a name, not '='`,
		"/* a":                               "1:1: malformed HCL: a comment that does not end",
		"a = <<E\nb\n":                       `3:1: malformed HCL: no line "E" ends the text of line 1`,
		strings.Repeat("a {", 100000):        "1:154: malformed HCL: more than 50 blocks in each other",
		"a = " + strings.Repeat("\"${", 1e5): "1:158: malformed HCL: more than 50 texts in each other",
		"a = " + strings.Repeat("[", 1e5):    "1:56: malformed HCL: more than 50 lists in each other",
	} {
		_, p := Read([]byte(text))
		if p == nil {
			t.Errorf("%.40q: no problem", text)
			continue
		}
		if got := fmt.Sprintf("%d:%d: %s", p.Line, p.Column, p.Message); got != want {
			t.Errorf("%.40q: %s, want %s", text, got, want)
		}
	}
}
