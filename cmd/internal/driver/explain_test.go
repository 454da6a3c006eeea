package driver

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/portvet/portvet/analyzers"
)

// TestExplain: explanations become the steps of findings, with files as the
// user knows them, and a package that is analysed again for its tests adds
// nothing.
func TestExplain(t *testing.T) {
	root := t.TempDir()
	for _, file := range []string{"a/a.go", "b/b.go", "b/same.go", "c/same.go"} {
		file = filepath.Join(root, file)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	explanation := func(dir string, e analyzers.Explanation) Finding {
		text, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		return Finding{Rule: analyzers.ExplainName, Message: string(text), File: filepath.Join(root, dir, "x.go"), Line: 1, Column: 1}
	}
	var a analyzers.Explanation
	err := json.Unmarshal([]byte(`{
		"Path": "m/a",
		"Findings": [{"Rule": "r", "Place": "a.go:3:4", "Ways": [
			[{"Pkg": "m/b", "Place": "same.go:9", "Text": "in b"}, {"Place": "a.go:3:4", "Text": "here"}],
			[{"Place": "b.go:1", "Text": "only b has it"}, {"Place": "same.go:2", "Text": "two have it"}, {"Place": "", "Text": "nowhere"}]
		]}],
		"Listeners": [{"Place": "a.go:5:1", "EndLine": 6, "API": "net.Listen", "Port": [{"Text": "flag -p", "Way": [{"Place": "a.go:2:1", "Text": "read"}]}],
			"Says": [{"Rule": "r", "Text": "so it is", "Silent": true}]}],
		"Work": {"Steps": 20, "Question": 5, "Depth": 3}
	}`), &a)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(root, "a", "a.go")
	without := a // of the package without its tests
	without.Work = analyzers.Work{Steps: 10, Question: 5, Depth: 2}
	r := Report{Findings: []Finding{
		{Rule: "r", Message: "m", File: file, Line: 3, Column: 4},
		{Rule: "s", Message: "m", File: file, Line: 3, Column: 4},
		explanation("a", without), explanation("a", a), explanation("a", without),
		explanation("b", analyzers.Explanation{Path: "m/b"}), explanation("c", analyzers.Explanation{Path: "m/c"}),
	}}
	r.explain()
	b := filepath.Join(root, "b")
	want := Report{
		Findings: []Finding{
			{Rule: "r", Message: "m", File: file, Line: 3, Column: 4, Steps: []Step{
				{File: filepath.Join(b, "same.go"), Line: 9, Text: "in b", Way: 1},
				{File: file, Line: 3, Column: 4, Text: "here", Way: 1},
				{File: filepath.Join(b, "b.go"), Line: 1, Text: "only b has it", Way: 2},
				{Text: "two have it, at same.go:2 of another package", Way: 2},
				{Text: "nowhere", Way: 2},
			}},
			{Rule: "s", Message: "m", File: file, Line: 3, Column: 4},
		},
		Listeners: []Listener{{
			File: file, Line: 5, EndLine: 6, API: "net.Listen",
			Port: []Source{{"flag -p", []Step{{File: file, Line: 2, Column: 1, Text: "read", Way: 1}}}},
			Says: []analyzers.Verdict{{Rule: "r", Text: "so it is", Silent: true}},
		}},
		Work: map[string]analyzers.Work{"m/a": {Steps: 20, Question: 5, Depth: 3}, "m/b": {}, "m/c": {}},
	}
	if !reflect.DeepEqual(r, want) {
		t.Errorf("got\n\t%+v\nwant\n\t%+v", r, want)
	}
}
