// Package settings has exported variables, which others may assign.
package settings

var Port = "8181"

var Admin = "8182"

func Addr() string { return ":" + Port }

type Debug struct{ Listen string }

// Inner is shared, so its fields may be assigned, too.
var Inner = &Debug{Listen: ":8183"}
