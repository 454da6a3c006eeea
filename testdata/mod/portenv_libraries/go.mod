module example.com/libraries

go 1.24

require (
	github.com/alecthomas/kong v1.12.1
	github.com/knadh/koanf/providers/env v1.1.0
	github.com/knadh/koanf/v2 v2.3.0
	github.com/peterbourgon/ff/v3 v3.4.0
)

replace (
	github.com/alecthomas/kong => ./stubs/kong
	github.com/knadh/koanf/providers/env => ./stubs/koanfenv
	github.com/knadh/koanf/v2 => ./stubs/koanf
	github.com/peterbourgon/ff/v3 => ./stubs/ff
)
