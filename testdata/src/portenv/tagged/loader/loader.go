// Package loader fills structs by reflection.
package loader

import "reflect"

// Load fills v.
func Load(v any) {
	e := reflect.ValueOf(v).Elem()
	for i := range e.NumField() {
		e.Field(i).SetString("8080")
	}
}
