module example.com/libraries

go 1.24

require (
	github.com/alecthomas/kong v1.12.1
	github.com/itzg/go-flagsfiller v1.17.0
	github.com/jawher/mow.cli v1.1.0
	github.com/knadh/koanf/providers/env v1.1.0
	github.com/knadh/koanf/v2 v2.3.0
	github.com/mreiferson/go-options v1.0.0
	github.com/peterbourgon/ff/v3 v3.4.0
	github.com/projectdiscovery/goflags v0.1.74
)

replace (
	github.com/alecthomas/kong => ./stubs/kong
	github.com/itzg/go-flagsfiller => ./stubs/flagsfiller
	github.com/jawher/mow.cli => ./stubs/mow
	github.com/knadh/koanf/providers/env => ./stubs/koanfenv
	github.com/knadh/koanf/v2 => ./stubs/koanf
	github.com/mreiferson/go-options => ./stubs/gooptions
	github.com/peterbourgon/ff/v3 => ./stubs/ff
	github.com/projectdiscovery/goflags => ./stubs/goflags
)
