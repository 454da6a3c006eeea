// Command conn is told its port by whoever it dials.
package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
)

type settings struct{ Port int }

func main() {
	conn, err := net.Dial("tcp", os.Getenv("CONTROL_ADDR"))
	if err != nil {
		panic(err)
	}
	buf := make([]byte, 4096)
	n, err := conn.Read(buf)
	if err != nil {
		panic(err)
	}
	var s settings
	if err := json.Unmarshal(buf[:n], &s); err != nil {
		panic(err)
	}
	http.ListenAndServe(fmt.Sprintf(":%d", s.Port), http.FileServer(http.Dir(".")))
}
