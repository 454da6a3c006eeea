// Command labels prints the label of a parcel.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-chi/chi/v5"

	"example.com/parcels/internal/httpserver"
)

func main() {
	addr := flag.String("addr", ":8082", "address to listen on")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	r := chi.NewRouter()
	r.Get("/labels/{number}", label)
	if err := httpserver.Serve(ctx, *addr, r, 8*time.Second); err != nil {
		log.Fatal(err)
	}
}

func label(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "^XA^FO50,50^BC^FD%s^FS^XZ\n", chi.URLParam(r, "number"))
}
