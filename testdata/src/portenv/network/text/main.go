// Command text has all its settings in one variable.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type settings struct{ Port int }

func main() {
	var s settings
	if err := json.Unmarshal([]byte(os.Getenv("SETTINGS")), &s); err != nil {
		panic(err)
	}
	http.ListenAndServe(fmt.Sprintf(":%d", s.Port), http.FileServer(http.Dir(".")))
}
