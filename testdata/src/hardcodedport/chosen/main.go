// Package main starts what package app puts together.
package main

import (
	"context"
	"log"

	"hardcodedport/chosen/app"
)

func main() {
	fixed, preset, set, perhaps, wrapped, given := app.Fixed(), app.Default(), app.Set(), app.Perhaps(), app.Wrapped(), app.Given()
	log.Print(<-fixed.Done(), <-preset.Done(), <-set.Done(), <-perhaps.Done(), <-wrapped.Done(), <-given.Done())
	log.Print(fixed.Shutdown(context.Background()))
}
