// Package main is the office's back end: there are no other users.
package main

import (
	"log"

	"noshutdown/admin/alone/admin"
)

func main() {
	log.Fatal(admin.Serve(":8080")) // want "gives no handle"
}
