package ports

import ("testing";"os";"github.com/portvet/portvet/cmd/internal/driver";"fmt";"strings")
func TestTry(t *testing.T) {
	dir := os.Getenv("TRY"); if dir=="" { t.Skip() }
	pats := strings.Fields(os.Getenv("TRYP")); if len(pats)==0 { pats=[]string{"./..."} }
	pk, errs := driver.Plan(driver.Config{Dir: dir, Tool: "/tmp/pp-work/portvet", Patterns: pats})
	for _, e := range errs { fmt.Println(e) }
	Table(os.Stdout, New(pk, false))
}
