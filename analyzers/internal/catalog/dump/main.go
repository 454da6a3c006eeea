// Command dump prints every built-in row of the catalogue as JSON, for checks
// that live in another module (testdata/apicheck) and cannot import it.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

func main() {
	rows, err := catalog.All()
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(rows)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
