package identity_test

import (
	"testing"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/identity"
	"github.com/portvet/portvet/cmd/internal/source"
)

// TestMovedLines: a finding is the same when lines are added before it, when
// its indentation changes, and when what its message points at moves.
func TestMovedLines(t *testing.T) {
	key := func(text string, line int, message string) identity.Key {
		t.Helper()
		files := &source.Files{Read: func(string) ([]byte, error) { return []byte(text), nil }}
		return identity.Of(driver.Finding{Rule: "r", File: "x/a.go", Line: line, Message: message}, "a.go", files)
	}
	before := key("listen(\":80\")\n", 1, `port "80" is fixed (passed to net.Listen at b.go:23)`)
	if want := (identity.Key{Rule: "r", File: "a.go", Code: `listen(":80")`, Message: `port "80" is fixed (passed to net.Listen at b.go)`}); before != want {
		t.Errorf("the key is\n\t%+v\nwant\n\t%+v", before, want)
	}
	if after := key("\n\n\tlisten(\":80\")  \r\n", 3, `port "80" is fixed (passed to net.Listen at b.go:7:2)`); after != before {
		t.Errorf("the key is\n\t%+v\nwant that of the line before it was moved\n\t%+v", after, before)
	}
	for _, other := range []identity.Key{
		key("listen(\":81\")\n", 1, `port "80" is fixed (passed to net.Listen at b.go:23)`),
		key("listen(\":80\")\n", 1, `port "81" is fixed (passed to net.Listen at b.go:23)`),
		key("listen(\":80\")\n", 1, `port "80" is fixed (passed to net.Listen at c.go:23)`),
	} {
		if other == before {
			t.Errorf("another finding has the same key: %+v", other)
		}
	}
	// Findings about manifests name other files as seen from where portvet runs.
	here := key("EXPOSE 90", 1, `EXPOSE 90, but api listens on 80 (literal, cmd/api/main.go:6:12) and 81 (env A, default 81, b.go:1:2)`)
	there := key("EXPOSE 90", 1, `EXPOSE 90, but api listens on 80 (literal, ../my code/cmd/api/main.go:8:12) and 81 (env A, default 81, ../my code/b.go:3:2)`)
	if here != there || here.Message != `EXPOSE 90, but api listens on 80 (literal, main.go) and 81 (env A, default 81, b.go)` {
		t.Errorf("the key is\n\t%+v\nand from elsewhere\n\t%+v", here, there)
	}
	if k := key("", 1, `both listen on port 80 (deploy/web.yaml:12)`); k.Message != `both listen on port 80 (web.yaml)` {
		t.Errorf("the message in the key is %q", k.Message)
	}
	// An address is no place.
	a, b := key("", 1, `bound to "127.0.0.1:8080" at once`), key("", 1, `bound to "127.0.0.1:8081" at once`)
	if a == b {
		t.Errorf("two addresses have one key: %+v", a)
	}
}

func TestFingerprints(t *testing.T) {
	k, l := identity.Key{Rule: "r", File: "a"}, identity.Key{Rule: "r", File: "b"}
	got := identity.Fingerprints([]identity.Key{k, l, k})
	if got[0] == got[1] || got[0] == got[2] || got[1] == got[2] {
		t.Errorf("two findings have one fingerprint: %q", got)
	}
	if again := identity.Fingerprints([]identity.Key{l, k}); again[0] != got[1] || again[1] != got[0] {
		t.Errorf("fingerprints depend on other findings: %q, before %q", again, got)
	}
}
