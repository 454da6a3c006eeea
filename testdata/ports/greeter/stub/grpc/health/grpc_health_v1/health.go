// Package grpc_health_v1 has the declarations that the greeter needs.
package grpc_health_v1

import "google.golang.org/grpc"

type HealthServer any

func RegisterHealthServer(s grpc.ServiceRegistrar, srv HealthServer) {}
