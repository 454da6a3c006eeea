package catalog

import (
	"os"
	"strings"
	"testing"
)

// TestPage holds docs/catalogue.md, which explains rows to users, against the
// code: what it shows must be accepted, and what is accepted it must explain.
func TestPage(t *testing.T) {
	data, err := os.ReadFile("../../../docs/catalogue.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)

	examples := 0
	for _, block := range strings.Split(page, "```rows\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		examples++
		if _, err := ParseRows(strings.Split(strings.TrimSpace(block), "\n")); err != nil {
			t.Errorf("example %d: %v", examples, err)
		}
	}
	if examples < 5 {
		t.Errorf("%d examples, want 5 or more", examples)
	}
	for _, line := range strings.Split(page, "\n") {
		if row, ok := strings.CutPrefix(strings.TrimSpace(line), "- serve "); ok {
			if _, err := ParseRows([]string{"serve " + row}); err != nil {
				t.Errorf("settings: %v", err)
			}
		}
		if _, row, ok := strings.Cut(line, "portvet -listener '"); ok {
			row, _, _ = strings.Cut(row, "'")
			if _, err := ParseRows([]string{row}); err != nil {
				t.Errorf("command: %v", err)
			}
		}
	}

	for _, kind := range kindNames() {
		_, entry, ok := strings.Cut(page, "\n| `"+kind+"` |")
		if !ok {
			t.Errorf("the kind %s is not explained", kind)
			continue
		}
		entry, _, _ = strings.Cut(entry, "\n")
		// What bind, serve and option have in common stands with bind.
		if kind == string(Serve) {
			_, bind, _ := strings.Cut(page, "\n| `bind` |")
			bind, _, _ = strings.Cut(bind, "\n")
			entry += bind
		}
		for _, key := range strings.Fields(keysOf(Kind(kind))) {
			if key != "-" && !strings.Contains(entry, "`"+key) {
				t.Errorf("the key %s of %s rows is not explained", key, kind)
			}
		}
	}

	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), "(docs/catalogue.md)") {
		t.Error("the README does not link to docs/catalogue.md")
	}
}
