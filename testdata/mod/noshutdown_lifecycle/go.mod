module example.com/lifecycle

go 1.24

require (
	github.com/aws/aws-lambda-go v1.49.0
	github.com/cloudflare/tableflip v1.2.3
	github.com/thejerf/suture/v4 v4.0.6
)

replace (
	github.com/aws/aws-lambda-go => ./stubs/lambda
	github.com/cloudflare/tableflip => ./stubs/tableflip
	github.com/thejerf/suture/v4 => ./stubs/suture
)
