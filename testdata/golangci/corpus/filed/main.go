// Filed takes its address from a file only.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/platform/httpserver"
)

type settings struct {
	Listen string `json:"listen"`
}

func main() {
	data, err := os.ReadFile("filed.json")
	if err != nil {
		log.Fatal(err)
	}
	var s settings
	if err := json.Unmarshal(data, &s); err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := httpserver.Run(ctx, s.Listen, http.NotFoundHandler()); err != nil { // want: portenv
		log.Print(err)
	}
}
