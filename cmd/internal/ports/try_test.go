package ports

import (
	"fmt"
	"github.com/portvet/portvet/cmd/internal/driver"
	"os"
	"strings"
	"testing"
)

func TestTry(t *testing.T) {
	dir := os.Getenv("TRY")
	if dir == "" {
		t.Skip()
	}
	pats := strings.Fields(os.Getenv("TRYP"))
	if len(pats) == 0 {
		pats = []string{"./..."}
	}
	pk, errs := driver.Plan(driver.Config{Dir: dir, Tool: "/tmp/pp-work/portvet", Patterns: pats})
	for _, e := range errs {
		fmt.Println(e)
	}
	Table(os.Stdout, New(pk, false))
}
